package tenfold.jobs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.jobs.Program.Ended;

/**
 * A sweep on the cluster that submit-scripts/cluster starts, of two workers: with a process for
 * each executor, with one that is killed in the middle, and with one worker less from there on.
 */
class ClusterIT {

  /** Ten folds of a forest: a unit of work each, and one more for all rows. */
  private static final List<String> SWEEP =
      List.of(
          "sweep",
          "conf/digits-forest.conf",
          "-D",
          "split.folds=10",
          "-D",
          "models.forest.trees=[48]");

  private static final int UNITS = 11;

  /** For processes that live for seconds. */
  private static final String BRIEF =
      "spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /** Two executors at first, of which the second has nothing to do until there are units. */
  private static final String[] COME_AND_GO = {
    "--conf", "spark.dynamicAllocation.enabled=true",
    "--conf", "spark.dynamicAllocation.shuffleTracking.enabled=true",
    "--conf", "spark.dynamicAllocation.initialExecutors=2",
    "--conf", "spark.dynamicAllocation.executorIdleTimeout=1s",
    "--conf", "spark.dynamicAllocation.cachedExecutorIdleTimeout=1s"
  };

  @TempDir private static Path dir;

  private static String master;

  private static Process threads;

  @BeforeAll
  static void start() throws Exception {
    threads = start("threads", "local[2]"); // meanwhile
    master = startCluster("cluster");
  }

  /** Returns the address of a cluster's master. */
  private static String startCluster(String name) throws Exception {
    Ended started = cluster(name, "start", "--workers", "2", "--cores", "1", "--memory", "1500m");
    assertThat(started.code()).as(started.err()).isZero();
    assertThat(started.out()).contains("workers  2\n", "cores    0 of 2 in use\n");
    String address = Files.readString(dir.resolve(name + "/address")).strip();
    assertThat(started.out()).endsWith(" --master " + address + "\n");
    return address;
  }

  @AfterAll
  static void stop() throws Exception {
    List<ProcessHandle> processes = workers();
    Ended stopped = cluster("cluster", "stop");
    assertThat(stopped.code()).as(stopped.err()).isZero();
    assertThat(processes) // of one that only waits to be asked how it ended nothing is known
        .hasSize(2)
        .noneMatch(process -> process.info().command().isPresent());
    assertThat(cluster("cluster", "status").code()).isEqualTo(1);
  }

  @Test
  void aClusterThatRunsIsNotStartedAgain() throws Exception {
    Ended again = cluster("cluster", "start");

    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err())
        .isEqualTo(
            "cluster: a cluster runs already in %s; end it with cluster stop, or start another with --dir\n"
                .formatted(dir.resolve("cluster")));
    assertThat(cluster("cluster", "status").out())
        .contains(master, "workers  2\n", "running  nothing\n");
  }

  @Test
  void aProcessThatOnlyHasTheNumberOfOneIsLeftAlone() throws Exception {
    Path other = Files.createDirectory(dir.resolve("other"));
    Process foreign = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(other.resolve("master.pid"), foreign.pid() + "\n");

      Ended stopped = Program.run(dir, "cluster", "stop", "--dir", other.toString());

      assertThat(stopped.code()).isEqualTo(1);
      assertThat(stopped.err()).isEqualTo("cluster: no cluster runs in %s\n".formatted(other));
      assertThat(foreign.isAlive()).isTrue();
    } finally {
      foreign.destroyForcibly();
    }
  }

  /** A path that is another for every process: of the driver's directory, of an executor's own. */
  @ParameterizedTest
  @CsvSource({
    "/proc/self/cwd/nowhere, data/digits.csv, /proc/self/cwd/nowhere is on a disk of the driver",
    "nowhere, /proc/self/cwd/data/digits.csv, the data are on a disk of the driver"
  })
  void whatExecutorsDoNotSeeIsRefusedBeforeAnythingRuns(String run, String data, String why)
      throws Exception {
    Path at = Files.createTempDirectory(dir, "refused");
    Ended refused =
        Program.run(
            at,
            "tenfold",
            "sweep",
            "conf/digits-forest.conf",
            "--run=" + at.resolve(run),
            "-Ddata.path=" + data,
            "--master=" + master,
            "--conf=" + BRIEF);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains(why, "the executor on 127.0.0.1 does not see ")
        .hasLineCount(1);
    assertThat(at.resolve(run)).doesNotExist();
  }

  @Test
  void executorsComeToTheReportOfThreadsAlsoWhenTheyComeAndGoOrOneIsKilled() throws Exception {
    Path undisturbed = swept(threads, "threads");
    Path executors = swept(start("executors", master), "executors");
    Path coming = swept(start("coming", master, COME_AND_GO), "coming");
    assertThat(launched()).as("executors of programs that had two at a time").anyMatch(n -> n > 2);
    Process disturbed = start("disturbed", master);
    killOneInMidSweep(disturbed, dir.resolve("disturbed/run"));
    Path fewer = swept(disturbed, "disturbed");

    assertSame(executors, undisturbed);
    assertSame(coming, undisturbed);
    assertSame(fewer, undisturbed);
  }

  @Test
  void aWorkerThatIsLostForGoodChangesNoResult() throws Exception {
    String other = startCluster("fewer");
    try {
      Process sweep = start("lost", other);
      Path run = dir.resolve("lost/run");
      await(() -> !units(run).isEmpty() || !sweep.isAlive());
      ProcessHandle worker = worker("fewer", 2);
      List<ProcessHandle> executors = worker.children().toList();
      assertThat(worker.destroyForcibly()).isTrue(); // first, so that it starts no other
      assertThat(executors).hasSize(1).allMatch(ProcessHandle::destroyForcibly);
      Map<String, FileTime> finished = written(run);
      assertThat(finished).as("finished units").hasSizeBetween(1, UNITS - 2);

      assertSame(swept(sweep, "lost"), swept(threads, "threads"));
      assertThat(written(run)).as("none is worked again").containsAllEntriesOf(finished);
      assertThat(cluster("fewer", "status").out()).contains("workers  1\n");
    } finally {
      cluster("fewer", "stop");
    }
  }

  private static void assertSame(Path run, Path undisturbed) throws IOException {
    assertThat(Reports.timeless(run)).isEqualTo(Reports.timeless(undisturbed));
    assertThat(run.resolve("model/trees.bin"))
        .hasSameBinaryContentAs(undisturbed.resolve("model/trees.bin"));
  }

  /** Ends an executor with signal 9 when at least one unit is finished and not all are. */
  private static void killOneInMidSweep(Process sweep, Path run) throws Exception {
    await(() -> !units(run).isEmpty() || !sweep.isAlive());
    List<ProcessHandle> executors = executors();
    ProcessHandle killed = executors.get(0);

    assertThat(killed.destroyForcibly()).isTrue();

    assertThat(units(run)).as("finished units").hasSizeBetween(1, UNITS - 2);
    assertThat(executors).hasSize(2);
  }

  private static List<String> units(Path run) {
    String[] names = run.resolve("journal").toFile().list((at, name) -> name.endsWith(".unit"));
    return names == null ? List.of() : List.of(names);
  }

  /** When each finished unit was written. */
  private static Map<String, FileTime> written(Path run) throws IOException {
    Map<String, FileTime> times = new HashMap<>();
    for (String unit : units(run)) {
      times.put(unit, Files.getLastModifiedTime(run.resolve("journal").resolve(unit)));
    }
    return times;
  }

  private static List<ProcessHandle> executors() {
    return workers().stream()
        .flatMap(ProcessHandle::children)
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  private static List<ProcessHandle> workers() {
    return List.of(worker("cluster", 1), worker("cluster", 2));
  }

  private static ProcessHandle worker(String cluster, int number) {
    try {
      Path file = dir.resolve("%s/worker-%d.pid".formatted(cluster, number));
      return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(Supplier<Boolean> condition) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofMinutes(1));
    while (!condition.get()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(20);
    }
  }

  /** How many executors each program on the cluster had in all. */
  private static List<Integer> launched() throws IOException {
    try (Stream<Path> all = Files.walk(dir.resolve("cluster/work"), 3)) {
      return List.copyOf(
          all.filter(path -> path.getParent().getFileName().toString().startsWith("app-"))
              .collect(groupingBy(path -> path.getParent().getFileName(), summingInt(path -> 1)))
              .values());
    }
  }

  private static Process start(String name, String master, String... more) throws IOException {
    Path at = Files.createDirectory(dir.resolve(name));
    List<String> args = new ArrayList<>(SWEEP);
    args.addAll(List.of("--master", master, "--run", at + "/run", "--conf", BRIEF));
    args.addAll(List.of(more));
    return Program.start(at, "tenfold", args.toArray(String[]::new));
  }

  /** Waits for a sweep, and returns its run. */
  private static Path swept(Process sweep, String name) throws Exception {
    assertThat(sweep.waitFor()).as(Files.readString(dir.resolve(name + "/err.txt"))).isZero();
    return dir.resolve(name + "/run");
  }

  private static Ended cluster(String name, String command, String... options) throws Exception {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of(options));
    args.add("--dir=" + dir.resolve(name));
    return Program.run(dir, "cluster", args.toArray(String[]::new));
  }
}
