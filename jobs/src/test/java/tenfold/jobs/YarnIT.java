package tenfold.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps on a YARN of this machine, by the launcher: their drivers are here or in a container. */
class YarnIT {

  private static final List<String> CLIENT = List.of("--master", "yarn");
  private static final List<String> CLUSTER =
      List.of("--master", "yarn", "--deploy-mode", "cluster");

  /** Ten folds of a forest: a unit of work each, and one more for all rows. */
  private static final int UNITS = 11;

  /** For processes that live for seconds. */
  private static final String BRIEF = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path dir; // where it stays, containers' logs are below yarn

  private static Path conf;
  private static YarnCluster yarn;
  private static Process threads;
  private static Process client;
  private static Process refused;

  @BeforeAll
  static void start() throws Exception {
    Files.writeString(
        dir.resolve("digits.conf"),
        """
        data { path = "%s/data/digits.csv", target = digit }
        split { test = 0.2, folds = 10 }
        """
            .formatted(Program.ROOT));
    conf =
        Files.writeString(
            dir.resolve("night.conf"),
            """
            include "digits"
            models.forest { trees = 48, max-depth = [4, 8, 12, 16], features = sqrt }
            """);
    threads = start("threads", List.of("--master", "local[2]")); // meanwhile
    yarn = YarnCluster.start(dir);
    client = start("client", CLIENT);
    Path holes = dir.resolve("holes.csv");
    Files.writeString(holes, "a,digit\n" + "1,2\n3,4\n".repeat(20) + ",2\n");
    refused =
        start(
            "refused",
            CLUSTER,
            "-Ddata.path=" + holes,
            "-Ddata.missing=fail",
            "--conf=spark.yarn.maxAppAttempts=1");
  }

  @AfterAll
  static void stop() {
    if (yarn != null) {
      yarn.close();
    }
  }

  @Test
  void executorsInContainersComeToTheReportOfThreads() throws Exception {
    assertSameAsThreads(client, "client");
  }

  /** Its configuration, and what that includes, go to both containers. */
  @Test
  void aDriverThatIsKilledIsStartedAgainAndGoesOn() throws Exception {
    Process sweep = start("cluster", CLUSTER);
    killTheDriverInMidSweep(sweep, dir.resolve("cluster/run"));

    assertSameAsThreads(sweep, "cluster");
    assertThat(status("cluster").get("status").asText()).isEqualTo("finished");
  }

  @Test
  void aDriverElsewhereSaysWhyItRefused() throws Exception {
    assertThat(refused.waitFor()).isEqualTo(1); // all that spark-submit tells of a failure
    assertThat(status("refused").get("exit").asInt()).isEqualTo(3);
    assertThat(status("refused").get("message").asText())
        .isEqualTo(
            "%s: column 'a' misses 1 value and data.missing is fail; fill them in, or set data.missing = impute"
                .formatted(dir.resolve("holes.csv")));
    assertThat(yarn.diagnostics("refused")).contains("User application exited with status 3");
  }

  private static void assertSameAsThreads(Process sweep, String name) throws Exception {
    Path undisturbed = dir.resolve("threads/run");
    Path run = dir.resolve(name + "/run");
    assertThat(threads.waitFor()).as(err("threads")).isZero();

    assertThat(sweep.waitFor()).as(err(name)).isZero();
    assertThat(Reports.timeless(run)).isEqualTo(Reports.timeless(undisturbed));
    assertThat(run.resolve("model/trees.bin"))
        .hasSameBinaryContentAs(undisturbed.resolve("model/trees.bin"));
  }

  /** Ends the container of the driver when at least one unit is finished and not all are. */
  private static void killTheDriverInMidSweep(Process sweep, Path run) throws Exception {
    while (units(run) == 0 && sweep.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    Optional<ProcessHandle> driver =
        ProcessHandle.current()
            .descendants()
            .filter(process -> command(process).contains("deploy.yarn.ApplicationMaster "))
            .filter(process -> command(process).contains(run.toString()))
            .filter(process -> command(process).startsWith(System.getProperty("java.home")))
            .findAny();

    assertThat(driver.map(ProcessHandle::destroyForcibly)).as(err("cluster")).contains(true);
    assertThat(units(run)).as("finished units").isBetween(1, UNITS - 2);
  }

  private static String command(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }

  private static int units(Path run) {
    String[] names = run.resolve("journal").toFile().list((at, name) -> name.endsWith(".unit"));
    return names == null ? 0 : names.length;
  }

  private static JsonNode status(String name) throws IOException {
    return new ObjectMapper().readTree(dir.resolve(name + "/run/_STATUS.json").toFile());
  }

  private static String err(String name) throws IOException {
    return Files.readString(dir.resolve(name + "/err.txt"));
  }

  private static Process start(String name, List<String> where, String... more) throws IOException {
    Path at = Files.createDirectory(dir.resolve(name));
    List<String> args = new ArrayList<>(List.of("sweep", conf.toString(), "--run", at + "/run"));
    args.addAll(where);
    args.addAll(List.of(more));
    args.addAll(List.of("--name", name, "--num-executors", "2"));
    args.addAll(List.of("--driver-memory", "1g", "--executor-memory", "800m"));
    Map.of(
            "spark.yarn.jars",
            "local:" + Program.ROOT + "/jobs/target/spark/jars/*",
            "spark.yarn.stagingDir",
            dir.resolve("staging").toString(),
            "spark.yarn.appMasterEnv.JAVA_HOME",
            System.getProperty("java.home"),
            "spark.executorEnv.JAVA_HOME",
            System.getProperty("java.home"),
            "spark.yarn.appMasterEnv.SPARK_LOCAL_IP",
            "127.0.0.1",
            "spark.executorEnv.SPARK_LOCAL_IP",
            "127.0.0.1",
            "spark.driver.extraJavaOptions",
            BRIEF,
            "spark.executor.extraJavaOptions",
            BRIEF)
        .forEach((key, value) -> args.addAll(List.of("--conf", key + "=" + value)));
    Map<String, String> environment =
        Map.of("HADOOP_CONF_DIR", dir.resolve("conf").toString(), "SPARK_LOCAL_IP", "127.0.0.1");
    return Program.start(at, environment, "tenfold", args.toArray(String[]::new));
  }
}
