package tenfold.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.HdfsConfiguration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.jobs.Program.Ended;

/** Data and runs in an HDFS of two datanodes on this machine. */
class HdfsIT {

  private static final String HERE = "127.0.0.1";

  @TempDir private static Path disks;
  private static MiniDFSCluster cluster;
  private static FileSystem files;

  @TempDir private Path dir;
  private Programs programs;

  @BeforeAll
  static void start() throws IOException {
    Configuration configuration = new HdfsConfiguration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disks.toString());
    configuration.set("dfs.namenode.rpc-bind-host", HERE);
    configuration.set("dfs.namenode.http-bind-host", HERE);
    Configurator.setRootLevel(Level.OFF); // Hadoop tells of every step
    cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(2).build();
    cluster.waitActive();
    files = cluster.getFileSystem();
    files.copyFromLocalFile(
        new org.apache.hadoop.fs.Path(Program.ROOT + "/data/churn.csv"), path("/data/churn.csv"));
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.shutdown();
    }
  }

  @BeforeEach
  void programs() {
    programs = new Programs(dir);
  }

  private static org.apache.hadoop.fs.Path path(String path) {
    return new org.apache.hadoop.fs.Path(path);
  }

  private static String[] sweep(String data, String run) {
    return new String[] {
      "sweep",
      "conf/churn-forest.conf",
      "--run",
      run,
      "-D",
      "data.path=\"" + data + "\"",
      "-D",
      "models.forest.trees=[16, 32]",
      "-D",
      "models.forest.features=sqrt"
    };
  }

  private static String uri(String path) {
    return files.getUri() + path;
  }

  /** Reads and writes there what it would here, through a datanode's end and a driver's. */
  @Test
  void aRunInHdfsIsTheSameThroughFaults() throws Exception {
    Ended local = programs.tenfold(sweep("data/churn.csv", dir + "/local/run"));
    assertThat(local.code()).as(local.err()).isZero();

    Process killed = programs.start(sweep(uri("/data/churn.csv"), uri("/runs/one")));
    try {
      while (killed.isAlive() && units() < 3) {
        Thread.sleep(50);
      }
    } finally {
      killed.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
    }
    assertThat(names("/runs/one")).contains("journal").doesNotContain("_SUCCESS");
    Map<String, Long> finished = times("/runs/one/journal");
    assertThat(finished).hasSizeGreaterThan(2);
    assertThat(cluster.restartDataNode(0, true)).isTrue();
    Ended resumed = programs.tenfold(sweep(uri("/data/churn.csv"), uri("/runs/one")));

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(times("/runs/one/journal"))
        .as("what was finished is not again")
        .containsAllEntriesOf(finished);
    assertThat(names("/runs/one"))
        .contains("report.json", "model", "predictions", "folds", "_SUCCESS")
        .noneMatch(name -> name.endsWith(".tmp"));
    try (InputStream report = files.open(path("/runs/one/report.json"))) {
      assertThat(Reports.timeless(report)).isEqualTo(Reports.timeless(dir.resolve("local/run")));
    }
  }

  private static long units() throws IOException {
    return names("/runs/one/journal").stream().filter(name -> name.endsWith(".unit")).count();
  }

  /** When each finished unit was written. */
  private static Map<String, Long> times(String journal) throws IOException {
    return Arrays.stream(files.listStatus(path(journal)))
        .filter(file -> file.getPath().getName().endsWith(".unit"))
        .collect(
            Collectors.toMap(file -> file.getPath().getName(), FileStatus::getModificationTime));
  }

  private static List<String> names(String directory) throws IOException {
    return files.exists(path(directory))
        ? Arrays.stream(files.listStatus(path(directory)))
            .map(FileStatus::getPath)
            .map(org.apache.hadoop.fs.Path::getName)
            .toList()
        : List.of();
  }
}
