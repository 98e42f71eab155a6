package tenfold.jobs;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * A YARN of one resource manager and one node manager in this process, on loopback only; its
 * containers are processes of their own. What they print is below {@code target/NAME}.
 */
final class YarnCluster implements AutoCloseable {

  private static final String HERE = "127.0.0.1";

  private final MiniYARNCluster cluster;

  private YarnCluster(MiniYARNCluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Starts one.
   *
   * @param conf a directory to become a {@code HADOOP_CONF_DIR} of it
   */
  static YarnCluster start(String name, Path conf) throws Exception {
    MiniYARNCluster cluster = new MiniYARNCluster(name, 1, 1, 1);
    cluster.init(configuration());
    cluster.start();
    cluster.waitForNodeManagersToConnect(30_000);
    try (OutputStream out = Files.newOutputStream(conf.resolve("yarn-site.xml"))) {
      cluster.getConfig().writeXml(out);
    }
    return new YarnCluster(cluster);
  }

  @Override
  public void close() {
    cluster.stop();
  }

  private static Configuration configuration() {
    Configuration conf = new YarnConfiguration();
    // The cluster would choose ports by itself, but on the address that the host's name stands for.
    conf.setBoolean(YarnConfiguration.YARN_MINICLUSTER_FIXED_PORTS, true);
    conf.set(YarnConfiguration.RM_HOSTNAME, HERE);
    conf.set(YarnConfiguration.NM_BIND_HOST, HERE);
    List.of(
            YarnConfiguration.RM_ADDRESS,
            YarnConfiguration.RM_ADMIN_ADDRESS,
            YarnConfiguration.RM_SCHEDULER_ADDRESS,
            YarnConfiguration.RM_RESOURCE_TRACKER_ADDRESS,
            YarnConfiguration.RM_WEBAPP_ADDRESS,
            YarnConfiguration.NM_ADDRESS,
            YarnConfiguration.NM_LOCALIZER_ADDRESS,
            YarnConfiguration.NM_WEBAPP_ADDRESS)
        .forEach(key -> conf.set(key, HERE + ":0"));
    // The queues' own file is in none of Hadoop's jars for tests.
    conf.set("yarn.scheduler.capacity.root.queues", "default");
    conf.set("yarn.scheduler.capacity.root.default.capacity", "100");
    conf.set("yarn.scheduler.capacity.maximum-am-resource-percent", "1");
    conf.setInt(YarnConfiguration.RM_SCHEDULER_MINIMUM_ALLOCATION_MB, 128);
    conf.setInt(YarnConfiguration.NM_PMEM_MB, 6144);
    conf.setInt(YarnConfiguration.NM_VCORES, 6);
    conf.setBoolean(YarnConfiguration.NM_VMEM_CHECK_ENABLED, false);
    conf.setBoolean(YarnConfiguration.NM_DISK_HEALTH_CHECK_ENABLE, false);
    conf.setInt(YarnConfiguration.RM_NM_HEARTBEAT_INTERVAL_MS, 100);
    return conf;
  }
}
