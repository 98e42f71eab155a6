package tenfold.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenfold.jobs.spark.Store;
import tenfold.jobs.spark.run.RunLock;

class MainTest {

  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path dir;

  @BeforeEach
  void listen() {
    System.setProperty("spark.master", "local[2]");
    System.setProperty("spark.ui.enabled", "false");
    System.setProperty("spark.driver.host", "127.0.0.1");
    System.setProperty("spark.driver.bindAddress", "127.0.0.1");
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  @Test
  void sweepThenScoreOnTheCommandLine() throws IOException {
    Path conf = config("");
    String run = dir.resolve("run").toString();

    assertThat(Main.run(new String[] {"sweep", conf.toString(), "--run", run})).isZero();
    assertThat(out()).contains("J_train", "J_cv", "J_test", "opened once", run);
    assertThat(err()).doesNotContain("WARN").doesNotContain("INFO");

    assertThat(Main.run(new String[] {"runs", dir.toString()})).isZero();
    assertThat(out()).containsPattern("run  [-0-9]+ [:0-9]+  finished  ridge: lambda = ");

    String[] score = {
      "score", run, "--in", dir.resolve("data.csv").toString(), "--out", dir + "/scored.csv"
    };
    assertThat(Main.run(score)).isZero();
    assertThat(out()).contains("40 rows predicted");
    assertThat(Main.run(score)).as("the output is there already").isEqualTo(2);
    assertThat(err()).contains("is there already");
  }

  @Test
  void aSweepForASchedulerRunsOnlyIfDataOrConfigurationHaveChanged() throws Exception {
    String conf = config("output.runs = \"%s/runs\"".formatted(dir)).toString();
    String[] sweep = {"sweep", conf, "--if-data-changed"};

    assertThat(Main.run(sweep)).isZero();
    assertThat(out()).contains("J_test");
    List<String> first = runs();
    assertThat(first).hasSize(1);
    out.reset();
    Thread.sleep(1000); // directories are named by the second
    assertThat(Main.run(sweep)).isZero();
    assertThat(out())
        .isEqualTo(
            "nothing has changed: file:%s/runs/%s has these data and this configuration%n"
                .formatted(dir, first.get(0)));
    assertThat(runs()).isEqualTo(first);

    Files.writeString(dir.resolve("data.csv"), "41,9\n", StandardOpenOption.APPEND);
    Thread.sleep(1000);
    assertThat(Main.run(sweep)).isZero();
    assertThat(runs()).hasSize(2);
    Thread.sleep(1000);
    assertThat(Main.run(new String[] {"sweep", conf, "--if-data-changed", "-D", "split.seed=2"}))
        .isZero();
    assertThat(runs()).hasSize(3);
  }

  @Test
  void aSweepForASchedulerIsRefusedWhileAnotherOfItsNameRuns() throws IOException {
    String conf = config("output.runs = \"%s/runs\"".formatted(dir)).toString();
    Store runs = Store.at(dir + "/runs", new Configuration());
    RunLock other = RunLock.claim(runs, ".test.lock", "the name", note -> {});

    assertThat(Main.run(new String[] {"sweep", conf, "--if-data-changed"})).isEqualTo(2);
    assertThat(err()).contains("the name 'test' in file:" + dir + "/runs is in use by process ");
    other.release();
    assertThat(dir.resolve("runs")).doesNotExist();
  }

  @Test
  void aSweepForASchedulerHasNoDirectoryOfItsOwn() throws IOException {
    String conf = config("").toString();

    assertThat(Main.run(new String[] {"sweep", conf, "--if-data-changed", "--run", dir + "/run"}))
        .isEqualTo(2);
    assertThat(err()).contains("leave out --run");
  }

  private List<String> runs() throws IOException {
    try (var files = Files.list(dir.resolve("runs"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("test-openings"))
          .toList();
    }
  }

  @Test
  void planSaysWhatIsSharedAndTrainsNothing() throws IOException {
    int code = Main.run(new String[] {"plan", config("").toString(), "--executors", "3"});

    assertThat(code).isZero();
    assertThat(out())
        .contains(
            "shared", "2 candidates: 10 models from 1 fit", "4 passes", "3 executors of 1 core");
    assertThat(dir.resolve("runs")).doesNotExist();
  }

  @Test
  void planForMoreRowsThanThereAre() throws IOException {
    String conf = config("models.tree.max-depth = 2").toString();

    assertThat(Main.run(new String[] {"plan", conf, "--rows", "4e6", "--executors", "3"})).isZero();
    assertThat(out())
        .containsPattern("3,2\\d\\d,\\d{3} rows to train on, .* rows sealed for the test")
        .doesNotContain("measured")
        .doesNotContain("not predicted");
    assertThat(err()).containsPattern("table of 3,2\\d\\d,\\d{3} rows takes");

    assertThat(Main.run(new String[] {"plan", conf, "--rows", "0.5"})).isEqualTo(2);
    assertThat(err()).contains("--rows is 0.5; use a whole number of rows, at most 1e15");
  }

  @Test
  void planSaysWhereTheTableOfTreesIs() throws IOException {
    Path conf = config("models.tree.max-depth = 2");

    assertThat(Main.run(new String[] {"plan", conf.toString()})).isZero();
    assertThat(err())
        .contains("note: trees are grown on the whole table, which every executor holds: ")
        .contains(" of 32 rows ");

    Main.run(new String[] {"plan", conf.toString(), "-D", "engine=partitioned"});
    assertThat(err()).contains("note: trees are grown in partitions, by MLlib: ");
    assertThat(out()).contains("not predicted");
  }

  @Test
  void planPrintsTheMergedConfiguration() throws IOException {
    Path conf = config("");

    int code =
        Main.run(new String[] {"plan", conf.toString(), "--print-config", "-D", "split.seed=7"});

    assertThat(code).isZero();
    assertThat(out()).contains("seed = 7").contains("duplicates = together");
  }

  @Test
  void aBadKeyEndsWith2AndNamesFileLineAndTheKeyMeant() throws IOException {
    Path conf = config("split { fold = 5 }");

    assertThat(Main.run(new String[] {"sweep", conf.toString()})).isEqualTo(2);
    assertThat(err()).contains("test.conf:4").contains("did you mean folds");
  }

  @Test
  void dataThatRefuseEndWith3() throws IOException {
    Path conf = config("data.target = price");

    assertThat(Main.run(new String[] {"sweep", conf.toString(), "--run", dir + "/run"}))
        .isEqualTo(3);
    assertThat(err()).contains("there is no column 'price'");
    assertThat(dir.resolve("run")).doesNotExist();
  }

  @Test
  void aPolynomialTooLargeForMemoryEndsWith2() throws IOException {
    StringBuilder wide = new StringBuilder("y");
    for (int j = 0; j < 60; j++) {
      wide.append(",x").append(j);
    }
    for (int i = 0; i < 30; i++) {
      wide.append("\n").append(i * i % 17 + 0.5);
      for (int j = 0; j < 60; j++) {
        wide.append(",").append((i * (j + 3)) % 11);
      }
    }
    Path conf = config("models.ridge.degree = 9");
    Files.writeString(dir.resolve("data.csv"), wide.append("\n"));

    assertThat(Main.run(new String[] {"sweep", conf.toString(), "--run", dir + "/run"}))
        .isEqualTo(2);
    assertThat(err()).contains("terms").contains("bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "serve", "promote", "rollback"})
  void commandsNotBuiltYetAreKnownByName(String command) {
    assertThat(Main.run(new String[] {command, "x", "--to", "y"})).isEqualTo(2);
    assertThat(err()).contains("tenfold " + command + " is not available yet");
  }

  @Test
  void anUnknownCommandNamesTheOnesThereAre() {
    assertThat(Main.run(new String[] {"swep"})).isEqualTo(2);
    assertThat(err()).contains("swep").contains("sweep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sweep", "plan", "score", "runs"})
  void everyCommandHasHelpWithAnExample(String command) {
    assertThat(Main.run(new String[] {command, "--help"})).isZero();
    assertThat(out()).contains("Example").contains("tenfold " + command);
  }

  private Path config(String more) throws IOException {
    StringBuilder text = new StringBuilder("x,y\n");
    for (int i = 0; i < 40; i++) {
      text.append("%d,%s%n".formatted(i, 3.0 * i + Math.sin(i)));
    }
    Files.writeString(dir.resolve("data.csv"), text);
    Path conf = dir.resolve("test.conf");
    Files.writeString(
        conf,
        """
        data { path = "%s/data.csv", target = y }
        split { folds = 5 }
        models { ridge { degree = 1, lambda = [0.1, 1] } }
        %s
        """
            .formatted(dir, more));
    return conf;
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
