package tenfold.jobs;

import static java.util.stream.Collectors.joining;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;
import org.apache.hadoop.yarn.server.resourcemanager.rmapp.RMApp;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * A YARN of one resource manager and one node manager in this process, on loopback only; its
 * containers are processes of their own.
 */
final class YarnCluster implements AutoCloseable {

  private static final String HERE = "127.0.0.1";

  /** Where Hadoop's clusters for tests put what is on their disks. */
  private static final String DISKS = "test.build.data";

  private final MiniYARNCluster cluster;

  private YarnCluster(MiniYARNCluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Starts one.
   *
   * @param dir of its disks, and of {@code conf}, which becomes a {@code HADOOP_CONF_DIR}
   */
  static YarnCluster start(Path dir) throws Exception {
    Configurator.setRootLevel(Level.OFF); // Hadoop tells of every step
    System.setProperty(DISKS, dir.toString());
    MiniYARNCluster cluster = new MiniYARNCluster("yarn", 1, 1, 1);
    System.clearProperty(DISKS);
    cluster.init(configuration());
    cluster.start();
    if (!cluster.waitForNodeManagersToConnect(30_000)) {
      throw new IllegalStateException("the node manager has not registered within 30 seconds");
    }
    Path site = Files.createDirectory(dir.resolve("conf")).resolve("yarn-site.xml");
    try (OutputStream out = Files.newOutputStream(site)) {
      cluster.getConfig().writeXml(out);
    }
    return new YarnCluster(cluster);
  }

  /** What it says of an application that has ended, such as why it failed. */
  String diagnostics(String name) {
    return cluster.getResourceManager().getRMContext().getRMApps().values().stream()
        .filter(application -> application.getName().equals(name))
        .map(RMApp::getDiagnostics)
        .collect(joining());
  }

  @Override
  public void close() {
    cluster.stop();
  }

  private static Configuration configuration() {
    Configuration conf = new YarnConfiguration();
    // It would find ports by itself, but at the address that the host's name stands for.
    conf.setBoolean(YarnConfiguration.YARN_MINICLUSTER_FIXED_PORTS, true);
    conf.set(YarnConfiguration.RM_HOSTNAME, HERE);
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
    // The queues' own file is in none of the jars.
    conf.set("yarn.scheduler.capacity.root.queues", "default");
    conf.set("yarn.scheduler.capacity.root.default.capacity", "100");
    conf.set("yarn.scheduler.capacity.maximum-am-resource-percent", "1");
    conf.setInt(YarnConfiguration.RM_SCHEDULER_MINIMUM_ALLOCATION_MB, 128);
    conf.setInt(YarnConfiguration.NM_PMEM_MB, 12_288); // promised, not used
    conf.setInt(YarnConfiguration.NM_VCORES, 16);
    conf.setBoolean(YarnConfiguration.NM_VMEM_CHECK_ENABLED, false);
    conf.setBoolean(YarnConfiguration.NM_DISK_HEALTH_CHECK_ENABLE, false);
    conf.setInt(
        YarnConfiguration.DISPATCHER_DRAIN_EVENTS_TIMEOUT, 1000); // of a stop, not 5 minutes
    conf.setInt(YarnConfiguration.RM_NM_HEARTBEAT_INTERVAL_MS, 100);
    return conf;
  }
}
