package tenfold.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.conf.Experiment;
import tenfold.core.data.DataException;
import tenfold.core.fold.Folds;
import tenfold.core.sweep.NoCandidate;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.jobs.Local;
import tenfold.jobs.spark.SparkModel;
import tenfold.jobs.spark.Store;
import tenfold.jobs.spark.UsageException;
import tenfold.jobs.spark.run.RunLock;

class SweepTest {

  private static final SparkSession SPARK = Local.spark();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path dir;

  @Test
  void aRunHoldsAllThatTheContractNames() throws IOException {
    Run run = Sweep.of(experiment("")).into(dir.resolve("run").toString()).run(SPARK);

    assertThat(names(dir.resolve("run")))
        .filteredOn(name -> !name.equals("journal")) // where the pass took long enough
        .containsExactlyInAnyOrder(
            "config.conf",
            "plan.json",
            "environment.json",
            "folds",
            "candidates.csv",
            "report.json",
            "report.html",
            "predictions",
            "model",
            "_STATUS.json",
            "_SUCCESS");
    JsonNode report = JSON.readTree(Files.readString(dir.resolve("run/report.json")));
    assertThat(report.at("/rows/train").asInt()).isEqualTo(240);
    assertThat(report.at("/rows/test").asInt()).isEqualTo(60);
    assertThat(report.at("/folds").asInt()).isEqualTo(5);
    assertThat(report.at("/features").asInt()).isEqualTo(5); // a, b and three levels of kind
    assertThat(report.at("/candidates")).hasSize(4);
    assertThat(report.at("/candidates/0/params").toString())
        .isEqualTo("{\"degree\":1,\"lambda\":0.1,\"interactions\":true}");
    assertThat(report.at("/candidates/0/folds")).hasSize(5);
    assertThat(report.at("/best/test_openings").asInt()).isEqualTo(1);
    assertThat(report.at("/best/params/degree").asInt()).as("y has a square in it").isEqualTo(2);
    assertThat(report.at("/cost/models").asInt()).isEqualTo(20);
    assertThat(report.at("/cost/fits").asInt()).isEqualTo(1);
    assertThat(JSON.readTree(Files.readString(dir.resolve("run/_STATUS.json"))).at("/exit").asInt())
        .isZero();
    assertThat(run.report().winner().candidate().model()).isEqualTo("ridge");
  }

  @Test
  void foldsAndPredictionsOfEveryRowAreWrittenAndAgreeWithTheReport() throws IOException {
    Run run = Sweep.of(experiment("data.id = [number]")).into(at("run")).run(SPARK);

    Dataset<Row> folds = SPARK.read().parquet(at("run/folds"));
    Dataset<Row> predictions = SPARK.read().parquet(at("run/predictions"));

    assertThat(folds.count()).isEqualTo(300);
    assertThat(folds.filter("fold = " + Folds.TEST).count()).isEqualTo(60);
    assertThat(folds.select("number").distinct().count()).isEqualTo(300);
    assertThat(predictions.count()).isEqualTo(240);
    double mean =
        predictions
            .groupBy("fold")
            .agg(
                functions
                    .avg(functions.expr("(prediction - target) * (prediction - target) / 2"))
                    .as("j"))
            .agg(functions.avg("j"))
            .first()
            .getDouble(0);
    double reported = ((Scored) run.report().winner().outcome()).jCv();
    assertThat(mean).isCloseTo(reported, offset(1e-9 * reported));
  }

  @Test
  void theSavedModelPredictsWhatTheOneInMemoryDoes() throws IOException {
    Run run = Sweep.of(experiment("")).into(at("run")).run(SPARK);
    Dataset<Row> rows = rows();

    List<Row> inMemory = run.model().transform(rows).select("prediction").collectAsList();
    List<Row> loaded =
        SparkModel.load(at("run"), SPARK).transform(rows).select("prediction").collectAsList();

    assertThat(loaded).isEqualTo(inMemory);
    assertThat(inMemory).hasSize(300);
  }

  @Test
  void oneTwoAndEightPartitionsAgree() throws IOException {
    List<List<Double>> scores = new ArrayList<>();
    for (int partitions : new int[] {1, 2, 8, 40}) {
      Run run =
          Sweep.of(experiment(""))
              .into(at("run" + partitions))
              .run(SPARK, rows().repartition(partitions));
      scores.add(scores(run));
    }
    for (List<Double> other : scores) {
      for (int i = 0; i < other.size(); i++) {
        assertThat(other.get(i)).isCloseTo(scores.get(0).get(i), offset(1e-10 * other.get(i)));
      }
    }
  }

  @Test
  void theSameRunTwiceGivesTheSameReportButForItsTimes() throws IOException {
    Sweep.of(experiment("")).into(at("a/run")).run(SPARK);
    Sweep.of(experiment("")).into(at("b/run")).run(SPARK);

    assertThat(withoutTimes("b/run")).isEqualTo(withoutTimes("a/run"));
  }

  @Test
  void openingsOfTheSameTestRowsAreCounted() throws IOException {
    Sweep.of(experiment("")).into(at("one")).run(SPARK);
    Run second = Sweep.of(experiment("models.ridge.lambda = [1, 2]")).into(at("two")).run(SPARK);
    Run other = Sweep.of(experiment("split.seed = 9")).into(at("three")).run(SPARK);

    assertThat(second.report().test().orElseThrow().openings()).isEqualTo(2);
    assertThat(other.report().test().orElseThrow().openings()).isEqualTo(1);
  }

  @Test
  void aFinishedRunIsRefusedAndOverwrittenOnlyWhenAsked() throws IOException {
    Sweep.of(experiment("")).into(at("run")).run(SPARK);

    assertThatThrownBy(() -> Sweep.of(experiment("")).into(at("run")).run(SPARK))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds a finished run")
        .hasMessageContaining("--overwrite");
    Run again = Sweep.of(experiment("")).into(at("run")).overwrite().run(SPARK);
    assertThat(again.report().test().orElseThrow().openings()).as("a second opening").isEqualTo(2);
  }

  @Test
  void aDirectoryInUseIsRefusedAndFreeOnceThatHasEnded() throws IOException {
    Store store = Store.at(at("run"), SPARK.sparkContext().hadoopConfiguration());
    RunLock other = RunLock.claim(store, "_LOCK", "the run", note -> {});

    assertThatThrownBy(() -> Sweep.of(experiment("")).into(at("run")).overwrite().run(SPARK))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is in use by process");
    assertThat(names(dir.resolve("run"))).containsExactly("_LOCK");
    other.release();

    Sweep.of(experiment("")).into(at("run")).run(SPARK);
    assertThat(dir.resolve("run/_LOCK")).doesNotExist();
  }

  @Test
  void anUnfinishedRunIsTakenUpAndIsTheSameOpening() throws IOException {
    Sweep.of(experiment("")).into(at("run")).run(SPARK);
    Files.delete(dir.resolve("run/_SUCCESS"));

    Run resumed = Sweep.of(experiment("")).into(at("run")).run(SPARK);

    assertThat(resumed.report().test().orElseThrow().openings()).isEqualTo(1);
    assertThat(dir.resolve("run/_SUCCESS")).exists();
  }

  @Test
  void anUnfinishedRunOfAnotherConfigurationOrOtherDataIsRefused() throws IOException {
    Sweep.of(experiment("")).into(at("run")).run(SPARK);
    Files.delete(dir.resolve("run/_SUCCESS"));

    assertThatThrownBy(() -> Sweep.of(experiment("split.seed = 2")).into(at("run")).run(SPARK))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("another configuration");
    Dataset<Row> fewer = rows().limit(299);
    assertThatThrownBy(() -> Sweep.of(experiment("")).into(at("run")).run(SPARK, fewer))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("other data");
  }

  @Test
  void aDirectoryOfOtherThingsIsNeverTouched() throws IOException {
    Files.createDirectories(dir.resolve("run"));
    Files.writeString(dir.resolve("run/thesis.txt"), "years of work");

    assertThatThrownBy(() -> Sweep.of(experiment("")).into(at("run")).overwrite().run(SPARK))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds no run of Tenfold");
    assertThat(dir.resolve("run/thesis.txt")).hasContent("years of work");
  }

  @Test
  void dataThatRefuseLeaveNothingBehind() {
    assertThatThrownBy(() -> Sweep.of(experiment("data.target = cost")).into(at("run")).run(SPARK))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no column 'cost'");
    assertThat(dir.resolve("run")).doesNotExist();
    assertThat(dir.resolve("test-openings")).doesNotExist();
  }

  @Test
  void aTargetOfClassesIsRefusedForRidge() {
    assertThatThrownBy(() -> Sweep.of(experiment("data.target = kind")).into(at("run")).run(SPARK))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the target 'kind' holds classes");
  }

  @Test
  void whereNoCandidateCanBeChosenTheRunSaysSo() throws IOException {
    // Folds of one row each have no r2, so nothing can be selected by it.
    Experiment byR2 = experiment("split.test = 0, split.folds = 300, select.by = r2");

    assertThatThrownBy(() -> Sweep.of(byR2).into(at("run")).run(SPARK))
        .isInstanceOf(NoCandidate.class);
    JsonNode status = JSON.readTree(Files.readString(dir.resolve("run/_STATUS.json")));
    assertThat(status.at("/exit").asInt()).isEqualTo(5);
    assertThat(dir.resolve("run/candidates.csv")).exists();
    assertThat(dir.resolve("run/_SUCCESS")).doesNotExist();
  }

  @Test
  void leaveOneOutWithIdenticalRowsIsTheSameInAnyPartitioning() throws IOException {
    Dataset<Row> doubled = rows().union(rows().limit(40));
    String split = "split { folds = leave-one-out, test = 0.1 }";

    List<Double> one =
        scores(Sweep.of(experiment(split)).into(at("a")).run(SPARK, doubled.coalesce(1)));
    List<Double> many =
        scores(Sweep.of(experiment(split)).into(at("b")).run(SPARK, doubled.repartition(5)));

    for (int i = 0; i < one.size(); i++) {
      assertThat(many.get(i)).isCloseTo(one.get(i), offset(1e-9 * one.get(i)));
    }
  }

  @Test
  void aTestFileIsTheTestPart() throws IOException {
    Path more = dir.resolve("more.csv");
    write(more, 77, 50);

    Run run = Sweep.of(experiment("split.test = \"" + more + "\"")).into(at("run")).run(SPARK);

    assertThat(run.report().rows().train()).isEqualTo(300);
    assertThat(run.report().rows().test()).isEqualTo(50);
    assertThat(run.report().test()).isPresent();
  }

  @Test
  void aHoldOutHasAStandardErrorFromItsRows() throws IOException {
    Run run = Sweep.of(experiment("split { folds = 1, cv = 0.2 }")).into(at("run")).run(SPARK);

    Scored scored = (Scored) run.report().winner().outcome();
    assertThat(scored.folds()).hasSize(1);
    assertThat(scored.folds().get(0).rows()).isEqualTo(60);
    assertThat(scored.jCvSe()).isPresent();
  }

  @Test
  void aRuleWithoutAStandardErrorToGoByIsRefused() {
    assertThatThrownBy(
            () ->
                Sweep.of(
                        experiment(
                            "split { folds = 1, cv = 0.2 }, select { by = mae, rule = one-standard-error }"))
                    .into(at("run"))
                    .run(SPARK))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("mae has a standard error only over two folds or more");
    assertThat(dir.resolve("run")).doesNotExist();
  }

  private List<Double> scores(Run run) {
    List<Double> scores = new ArrayList<>();
    run.report()
        .results()
        .forEach(
            r -> {
              Scored scored = (Scored) r.outcome();
              scores.add(scored.jTrain());
              scores.add(scored.jCv());
            });
    return scores;
  }

  private String withoutTimes(String run) throws IOException {
    return Files.readString(dir.resolve(run + "/report.json")).replaceAll("(?s)\"seconds\".*", "");
  }

  private Experiment experiment(String overrides) throws IOException {
    Path data = dir.resolve("data.csv");
    if (!Files.exists(data)) {
      write(data, 1, 300);
    }
    return Experiment.parse(
        """
        name = test
        data { path = "%s", target = y, ignore = [number] }
        split { test = 0.2, folds = 5 }
        models { ridge { degree = [1, 2], lambda = [0.1, 1] } }
        %s
        """
            .formatted(
                data, overrides.contains("data.id") ? "data.ignore = []\n" + overrides : overrides),
        "test.conf",
        List.of());
  }

  private Dataset<Row> rows() throws IOException {
    experiment("");
    return SPARK.read().option("header", "true").option("inferSchema", "true").csv(at("data.csv"));
  }

  private static void write(Path file, long seed, int rows) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("number,a,b,kind,y\n");
    for (int i = 0; i < rows; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      int kind = random.nextInt(3);
      double y = 2 * a - b + 1.5 * a * a + kind + 0.3 * random.nextGaussian();
      text.append("%d,%s,%s,kind%d,%s%n".formatted(i, a, b, kind, y));
    }
    Files.writeString(file, text);
  }

  private String at(String name) {
    return dir.resolve(name).toString();
  }

  private static List<String> names(Path dir) throws IOException {
    try (var files = Files.list(dir)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
