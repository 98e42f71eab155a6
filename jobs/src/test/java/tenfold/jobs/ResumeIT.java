package tenfold.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.jobs.Program.Ended;

/** Sweeps whose driver is killed, and started again. */
class ResumeIT {

  private static final String CONF = "conf/which-algorithm.conf";
  private static final int KILLS = 5;

  @TempDir private Path dir;
  private final Random random = new Random();
  private Programs programs;

  @BeforeEach
  void programs() {
    programs = new Programs(dir);
  }

  /** Small enough to be run seven times; each beside its own ledger of test openings. */
  private String[] sweep(String run, String... more) {
    List<String> args = new ArrayList<>(List.of("sweep", CONF, "--run", dir + "/" + run));
    args.addAll(List.of("-D", "models.forest.trees=16", "-D", "models.forest.max-depth=8"));
    args.addAll(List.of("-D", "models.boost.max-depth=3"));
    args.addAll(List.of(more));
    return args.toArray(new String[0]);
  }

  @Test
  void aSweepThatIsKilledFiveTimesEndsWithTheSameReport() throws Exception {
    Ended whole = programs.tenfold(sweep("whole/run"));
    assertThat(whole.code()).as(whole.err()).isZero();
    int most = units("whole/run").size() * 8 / 10;
    int[] moments = random.ints(KILLS, 0, most).sorted().toArray(); // finished units before each
    Map<String, FileTime> finished = new TreeMap<>();
    int kills = 0;
    while (kills < KILLS && !Files.exists(dir.resolve("killed/run/_SUCCESS"))) {
      Process process = programs.start(sweep("killed/run"));
      if (outlasts(process, moments[kills])) {
        kills++;
        if (kills == 1) {
          assertEndsByItself(process);
        }
      }
      process.destroyForcibly().waitFor();
      units("killed/run").forEach((name, time) -> assertSame(finished, name, time));
    }
    assertThat(kills).as("killed after %s units", Arrays.toString(moments)).isPositive();
    if (!Files.exists(dir.resolve("killed/run/_SUCCESS"))) {
      Ended resumed = programs.tenfold(sweep("killed/run"));
      assertThat(resumed.code()).as(resumed.err()).isZero();
    }
    units("killed/run").forEach((name, time) -> assertSame(finished, name, time));
    assertThat(Reports.timeless(dir.resolve("killed/run")))
        .isEqualTo(Reports.timeless(dir.resolve("whole/run")));
    assertThat(dir.resolve("killed/run/candidates.csv"))
        .hasSameBinaryContentAs(dir.resolve("whole/run/candidates.csv"));
    assertThat(units("killed/run")).hasSizeGreaterThan(30); // which passes are kept hangs on time

    reused();
  }

  /**
   * Whether it is still at work some time after it has finished a unit, and as many units of its
   * run are finished.
   */
  private boolean outlasts(Process process, int units) throws Exception {
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    int least = Math.max(units, units("killed/run").size() + 1);
    while (process.isAlive() && units("killed/run").size() < least) {
      assertThat(Instant.now()).as(programs.err()).isBefore(end);
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    boolean outlasts = !process.waitFor(random.nextInt(1_000), TimeUnit.MILLISECONDS);
    assertThat(outlasts || process.exitValue() == 0).as(programs.err()).isTrue();
    return outlasts;
  }

  /** Told to stop, it says so where there is a run to say it of. */
  private void assertEndsByItself(Process process) throws Exception {
    process.destroy();
    assertThat(process.waitFor()).as("ended by signal 15").isEqualTo(128 + 15);
    Path status = dir.resolve("killed/run/_STATUS.json");
    if (Files.exists(status)) {
      assertThat(new ObjectMapper().readTree(Files.readString(status)).at("/exit").asInt())
          .isEqualTo(128 + 15);
    }
  }

  /** A wider grid, of which the narrower run has finished a part. */
  private void reused() throws Exception {
    String[] wider =
        sweep("wider/run", "-D", "models.boost.max-depth=[2,3]", "--reuse", dir + "/whole/run");
    Ended reusing = programs.tenfold(wider);

    assertThat(reusing.code()).as(reusing.err()).isZero();
    assertThat(reusing.err())
        .as("a tree, a forest and a booster of each of 10 folds")
        .contains("30 finished units found in the journal and not worked again");
  }

  private static void assertSame(Map<String, FileTime> finished, String name, FileTime time) {
    assertThat(finished.putIfAbsent(name, time))
        .as("when %s was finished: once", name)
        .isIn(null, time);
  }

  /** The finished units of a run, with when each was written. */
  private Map<String, FileTime> units(String run) throws IOException {
    Map<String, FileTime> units = new TreeMap<>();
    for (String name : programs.names(run + "/journal")) {
      if (name.endsWith(".unit")) {
        units.put(name, Files.getLastModifiedTime(dir.resolve(run + "/journal/" + name)));
      }
    }
    return units;
  }
}
