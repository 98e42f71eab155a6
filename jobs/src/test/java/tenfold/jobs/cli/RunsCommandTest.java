package tenfold.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.jobs.spark.Store;
import tenfold.jobs.spark.run.RunLock;

class RunsCommandTest {

  private static final String REPORT =
      """
      {"name": "t", "task": "classification", "folds": 2,
       "candidates": [
         {"model": "tree", "params": {"max-depth": 1}, "folds": [{"rows": 5, "j_cv": 0.2}, {"rows": 5, "j_cv": 0.4}]},
         {"model": "tree", "params": {"max-depth": 2}, "folds": [{"rows": 5, "j_cv": 0.1}, {"rows": 5, "j_cv": 0.1}]}],
       "best": {"model": "tree", "params": {"max-depth": %d}, "j_cv": %s, "j_cv_se": 0.02, "j_test": 0.125},
       "cost": {"models": 20, "fits": 2, "passes": 3, "seconds": {"total": 61.0}}}
      """;

  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path dir;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  @Test
  void runsAreListedTheNewestFirstAndOtherThingsAreNot() throws IOException {
    run("one", "finished", "2026-01-01T00:00:00Z", REPORT.formatted(2, "0.1"));
    run("two", "interrupted", "2026-01-02T00:00:00Z", "");
    run("torn", "finished", "2026-01-03T00:00:00Z", "{\"best\":");
    Files.createDirectories(dir.resolve("test-openings/00ff"));
    Files.writeString(dir.resolve("notes.txt"), "not a run");

    assertThat(runs(dir)).isZero();
    assertThat(out())
        .startsWith(
            """
              run        created (UTC)  status       winner               J_cv  ± SE  J_test    time
              two  2026-01-02 00:00:00  interrupted                                            2.0 s
              one  2026-01-01 00:00:00  finished     tree: max-depth = 2   10%    2%   12.5%  61.0 s

            torn cannot be read: report.json is not JSON: \
            """)
        .hasLineCount(5);
  }

  @Test
  void aRunThatWasKilledIsInterruptedAndOneThatHoldsItsLockIsRunning() throws IOException {
    run("killed", "running", "2026-01-01T00:00:00Z", "");
    run("alive", "running", "2026-01-01T00:00:00Z", "");
    Store alive = Store.at(dir.resolve("alive").toString(), new Configuration());
    RunLock lock = RunLock.claim(alive, "_LOCK", "the run", note -> {});

    assertThat(runs(dir)).isZero();
    assertThat(out())
        .containsPattern("alive +2026-01-01 00:00:00 +running")
        .containsPattern("killed +2026-01-01 00:00:00 +interrupted +2.0 s");
    lock.release();
  }

  @Test
  void aRunThatCannotBeReadIsSaidWithTheReason() throws IOException {
    run("one", "finished", "2026-01-01T00:00:00Z", "");
    run("two", "asleep", "2026-01-01T00:00:00Z", "");
    run("three", "failed", "yesterday", "");

    assertThat(runs(dir)).isZero();
    assertThat(out())
        .isEqualTo(
            """
            one cannot be read: there is no report.json
            three cannot be read: _STATUS.json has no time 'created'; it is torn or of no run
            two cannot be read: _STATUS.json says 'asleep'; a status is running, finished, failed or interrupted
            """);
    assertThat(runs(dir.resolve("one"), dir.resolve("three"))).isEqualTo(2);
    assertThat(err()).contains("one cannot be read: there is no report.json\n");
    assertThat(runs(dir.resolve("three"), dir.resolve("one"))).isEqualTo(2);
    assertThat(err()).contains("three cannot be read: _STATUS.json has no time 'created'");
  }

  @Test
  void twoRunsAreCompared() throws IOException {
    run("one", "finished", "2026-01-01T00:00:00Z", REPORT.formatted(2, "0.1"));
    run("two", "finished", "2026-01-02T00:00:00Z", REPORT.formatted(1, "0.3"));
    Files.writeString(dir.resolve("two/config.conf"), "split { folds = 2 }, name = other");

    assertThat(runs(dir.resolve("one"), dir.resolve("two"))).isZero();
    assertThat(out())
        .contains("name     \"t\"  \"other\"\n")
        .contains("J_cv       10%     30%   +20%\n")
        .endsWith(
            "J_cv of A is lower by 20%, more than one standard error of the difference (10%, paired over 2 folds)\n");
  }

  @Test
  void aDirectoryThatIsNotThereOrHoldsNothingIsSaid() throws IOException {
    assertThat(runs(dir)).isZero();
    assertThat(out()).isEqualTo("no runs in file:%s%n".formatted(dir));

    assertThat(runs(dir.resolve("none"))).isEqualTo(2);
    assertThat(runs(dir, dir)).isEqualTo(2);
    assertThat(err())
        .endsWith(
            """
            tenfold: file:%1$s/none is not there; name a directory of runs, such as that of output.runs
            tenfold: file:%1$s holds no run; name a run's directory
            """
                .formatted(dir));
  }

  private void run(String name, String status, String created, String report) throws IOException {
    Path run = Files.createDirectories(dir.resolve(name));
    Files.writeString(
        run.resolve("_STATUS.json"),
        "{\"status\": \"%s\", \"created\": \"%s\", \"at\": \"%s\"}"
            .formatted(status, created, created.replace("00Z", "02Z")));
    Files.writeString(run.resolve("environment.json"), "{\"data\": \"00ff\"}");
    Files.writeString(run.resolve("config.conf"), "split { folds = 2 }, name = t");
    if (!report.isEmpty()) {
      Files.writeString(run.resolve("report.json"), report);
    }
  }

  private static int runs(Path... directories) {
    String[] args = new String[directories.length + 1];
    args[0] = "runs";
    for (int i = 0; i < directories.length; i++) {
      args[i + 1] = directories[i].toString();
    }
    return Main.run(args);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
