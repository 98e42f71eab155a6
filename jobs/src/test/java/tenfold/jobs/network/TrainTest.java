package tenfold.jobs.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.core.conf.Experiment;
import tenfold.core.learn.network.NetworkModel;
import tenfold.jobs.Local;
import tenfold.jobs.spark.SparkModel;
import tenfold.jobs.spark.UsageException;

class TrainTest {

  private static final String EPOCHS =
      "models.network { epochs = 5, optimizer = adam, averaging { workers = 2, frequency = 2 } }";

  /** Numbers of the first layer: six units, four inputs, which are two numbers and two levels. */
  private static final int HIDDEN = 4 * 6 + 6;

  @TempDir private Path dir;

  /** A driver that dies, where a line is shown. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void aRunHoldsTheCurveAndAModelThatScores() throws IOException {
    List<String> lines = new ArrayList<>();
    train("run", EPOCHS).showing(lines::add).run(Local.spark(), rows());

    JsonNode report = new ObjectMapper().readTree(Files.readString(dir.resolve("run/report.json")));
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0)).contains("J_train", "J_cv", "log-loss", "seconds");
    assertThat(report.at("/curve")).hasSize(5);
    assertThat(report.at("/curve/4/j_cv").asDouble()).isEqualTo(report.at("/best/j_cv").asDouble());
    assertThat(report.at("/best/test_openings").asInt()).isEqualTo(1);
    assertThat(report.at("/best/j_test").asDouble()).isLessThan(0.4);
    assertThat(report.at("/averaging/workers").asInt()).isEqualTo(2);
    assertThat(names("run"))
        .containsExactly(
            "_STATUS.json",
            "_SUCCESS",
            "config.conf",
            "environment.json",
            "model",
            "report.html",
            "report.json");
    Dataset<Row> scored =
        SparkModel.load(dir.resolve("run/model").toString(), Local.spark()).transform(rows());
    assertThat(scored.filter("prediction = y").count()).isGreaterThan(150);
  }

  @Test
  void severalLabelsTrainTogether() throws IOException {
    Dataset<Row> rows =
        rows()
            .withColumn("first", functions.expr("x > 1"))
            .withColumn("second", functions.expr("if(z > 1, 'b', 'a')"))
            .drop("y");
    train("labels", EPOCHS + "\ndata.target = [first, second]").run(Local.spark(), rows);

    JsonNode report =
        new ObjectMapper().readTree(Files.readString(dir.resolve("labels/report.json")));
    assertThat(report.at("/best/labels")).hasSize(2);
    assertThat(report.at("/best/j_cv").asDouble()).isLessThan(0.2);
    assertThat(report.at("/curve/4/j_cv").asDouble()).isEqualTo(report.at("/best/j_cv").asDouble());
    Dataset<Row> scored =
        SparkModel.load(dir.resolve("labels").toString(), Local.spark()).transform(rows);
    double wrong =
        scored
            .agg(
                functions.avg(
                    functions.expr(
                        "(int(prediction_first != first) + int(prediction_second != second)) / 2")))
            .first()
            .getDouble(0);
    assertThat(wrong).isLessThan(0.2);
  }

  @Test
  void aTrainingThatIsTakenUpAgainEndsWithTheSameBytes() throws IOException {
    train("whole", EPOCHS).run(Local.spark(), rows());

    kill(train("resumed", EPOCHS), 3);
    List<String> notes = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    train("resumed", EPOCHS).telling(notes::add).showing(lines::add).run(Local.spark(), rows());

    assertThat(notes).contains("going on after epoch 3");
    assertThat(lines).as("a head and two epochs").hasSize(3);
    assertThat(model("resumed")).isEqualTo(model("whole"));
  }

  @Test
  void layersThatStayDoSoWithThreeWorkersBitForBit() throws IOException {
    train("source", EPOCHS).run(Local.spark(), rows());
    transfer("other", "").run(Local.spark(), rows());

    float[] source = numbers("source");
    float[] learned = numbers("other");
    assertThat(Arrays.copyOf(learned, HIDDEN)).isEqualTo(Arrays.copyOf(source, HIDDEN));
    assertThat(learned[HIDDEN]).isNotEqualTo(source[HIDDEN]);
  }

  /** After three epochs, in which the first layer stays, all learn, at a rate of their own. */
  @Test
  void inTheEndAllLayersLearnAlsoWhereTheTrainingIsTakenUpAgain() throws IOException {
    train("source", EPOCHS).run(Local.spark(), rows());
    transfer("stays", "").run(Local.spark(), rows());
    transfer("none", tuned(0)).run(Local.spark(), rows());
    transfer("whole", tuned(2)).run(Local.spark(), rows());
    for (int epoch : new int[] {2, 3, 4}) { // before, between and after
      kill(transfer("resumed" + epoch, tuned(2)), epoch);
      transfer("resumed" + epoch, tuned(2)).run(Local.spark(), rows());

      assertThat(model("resumed" + epoch)).isEqualTo(model("whole"));
    }

    assertThat(model("none")).isEqualTo(model("stays"));
    float[] source = numbers("source");
    float[] learned = numbers("whole");
    assertThat(Arrays.copyOf(learned, HIDDEN)).isNotEqualTo(Arrays.copyOf(source, HIDDEN));
    JsonNode report =
        new ObjectMapper().readTree(Files.readString(dir.resolve("whole/report.json")));
    assertThat(report.at("/curve")).hasSize(5);
    assertThat(report.at("/best/params/epochs").asInt()).isEqualTo(3);
    assertThat(report.at("/best/params/fine-tune.epochs").asInt()).isEqualTo(2);
    double moved = 0;
    for (int i = 0; i < HIDDEN; i++) {
      moved = Math.max(moved, Math.abs(learned[i] - source[i]));
    }
    assertThat(moved).as("at a rate of 1e-5").isLessThan(1e-3);
  }

  /** A worker may have a batch of two then. */
  @Test
  void aBatchOfOneRowTrainsRowsThatDoNotDivide() {
    Dataset<Row> odd = Lessons.rows(Local.spark(), 61, 2);
    Train train =
        train(
            "single",
            "models.network { epochs = 1, batch = 1, averaging { workers = 2, frequency = 50 } }");

    assertThat(train.run(Local.spark(), odd).rows().train()).isBetween(40L, 61L);
  }

  @Test
  void oneNumberOfEpochsIsFineTunedFor() {
    train("source", EPOCHS).run(Local.spark(), rows());
    Train two = transfer("two", "fine-tune { epochs = [0, 2], learning-rate = 1e-5 }");

    assertThatThrownBy(() -> two.run(Local.spark(), rows()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("optimizer and fine-tune.epochs one value each");
  }

  private static String tuned(int epochs) {
    return "fine-tune { epochs = %d, learning-rate = 1e-5 }".formatted(epochs);
  }

  /** Trains the output of what {@code source} has learned. */
  private Train transfer(String run, String more) {
    Experiment experiment =
        Experiment.parse(
            """
            name = other, data { path = none, target = y }, split { test = 0.2, folds = 4, seed = 4 }
            models.network {
              from = "%s", freeze-to = 1, lambda = 0.1, epochs = 3, batch = 8, learning-rate = 0.05, optimizer = momentum
              averaging { workers = 3, frequency = 2 }, %s
            }
            """
                .formatted(dir.resolve("source"), more),
            "test.conf",
            List.of());
    return Train.of(experiment).into(dir.resolve(run).toString());
  }

  private float[] numbers(String run) {
    NetworkModel model =
        (NetworkModel) SparkModel.load(dir.resolve(run).toString(), Local.spark()).saved().fitted();
    return model.network().numbers();
  }

  @Test
  void aTornCheckpointIsNamedAndSetAside() throws IOException {
    train("whole", EPOCHS).run(Local.spark(), rows());

    kill(train("torn", EPOCHS), 3);
    Path last = dir.resolve("torn/checkpoints/epoch-000003.bin");
    byte[] whole = Files.readAllBytes(last);
    Files.write(last, Arrays.copyOf(whole, whole.length - 100));
    List<String> notes = new ArrayList<>();
    train("torn", EPOCHS).telling(notes::add).run(Local.spark(), rows());

    assertThat(notes)
        .anyMatch(n -> n.contains("epoch-000003.bin") && n.contains("set aside"))
        .contains("going on after epoch 2");
    assertThat(model("torn")).isEqualTo(model("whole"));
  }

  @Test
  void patienceEndsTheTrainingAndTheBestEpochStands() throws IOException {
    train(
            "early",
            "models.network { epochs = 60, early-stopping = 2, optimizer = adam, averaging.workers = 2 }")
        .run(Local.spark(), rows());

    JsonNode report =
        new ObjectMapper().readTree(Files.readString(dir.resolve("early/report.json")));
    int best = report.at("/averaging/epochs").asInt();
    assertThat(report.at("/curve").size()).isEqualTo(best + 3).isLessThan(60);
    assertThat(report.at("/curve").get(best - 1).at("/j_cv").asDouble())
        .isEqualTo(report.at("/best/j_cv").asDouble());
  }

  @Test
  void aFinishedRunIsRefused() {
    train("run", EPOCHS).run(Local.spark(), rows());

    assertThatThrownBy(() -> train("run", EPOCHS).run(Local.spark(), rows()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds a finished run");
  }

  @ParameterizedTest
  @CsvSource({
    "'models.network.lambda = [0, 1]', 'models.network describes 2'",
    "'models.logistic {}', 'models names 2 families'",
    "'models.network { augment { noise = 0.1 }, averaging.master = stock }', 'distorts them anew'",
    "'split.folds = leave-one-out', 'holds out one fold'"
  })
  void whatIsNoTrainingOfOneNetworkIsRefused(String settings, String why) {
    assertThatThrownBy(() -> train("refused", settings).run(Local.spark(), rows()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(why);
  }

  @Test
  void memoryThatCannotFitIsRefusedWithTheLinesThatHelp() {
    SparkConf yarn =
        new SparkConf(false).set("spark.master", "yarn").set("spark.executor.memory", "1g");

    OffHeap.of(10 << 20, 1, yarn).check();
    assertThatThrownBy(() -> OffHeap.of(100 << 20, 1, yarn).check())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("memoryOverhead grants")
        .hasMessageContaining("--conf spark.executor.memoryOverhead=420m")
        .hasMessageContaining("maxbytes=164m");
    assertThatThrownBy(() -> OffHeap.of(2L << 30, 1, yarn).check())
        .hasMessageContaining("ND4J may take");
    OffHeap.of(100 << 20, 1, yarn.clone().set("spark.executor.memoryOverhead", "600m")).check();
  }

  private static void kill(Train train, int epoch) {
    List<String> lines = new ArrayList<>();
    assertThatThrownBy(
            () ->
                train
                    .showing(
                        line -> {
                          lines.add(line);
                          if (lines.size() == epoch + 1) {
                            throw new Killed();
                          }
                        })
                    .run(Local.spark(), rows()))
        .isInstanceOf(Killed.class);
  }

  private Train train(String run, String settings) {
    Experiment experiment = Lessons.experiment(settings);
    return Train.of(experiment).into(dir.resolve(run).toString());
  }

  private static Dataset<Row> rows() {
    return Lessons.rows(Local.spark(), 240, 2);
  }

  private byte[] model(String run) throws IOException {
    return Files.readAllBytes(dir.resolve(run + "/model/network.bin"));
  }

  private List<String> names(String run) throws IOException {
    try (var all = Files.list(dir.resolve(run))) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
