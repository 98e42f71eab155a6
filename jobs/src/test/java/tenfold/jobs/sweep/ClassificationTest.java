package tenfold.jobs.sweep;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.conf.Experiment;
import tenfold.core.data.Block;
import tenfold.core.data.DataException;
import tenfold.core.data.Fitted;
import tenfold.core.fold.Folds;
import tenfold.core.metric.Score;
import tenfold.core.model.SavedModel;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.TestPass;
import tenfold.jobs.Local;
import tenfold.jobs.spark.ParquetRows;
import tenfold.jobs.spark.Reader;
import tenfold.jobs.spark.Reading;
import tenfold.jobs.spark.SparkModel;
import tenfold.jobs.spark.Store;
import tenfold.jobs.spark.UsageException;

/** Classes on their way from a file to scores and predictions, by the smallest family there is. */
class ClassificationTest {

  private static final SparkSession SPARK = Local.spark();
  private static final Candidate ONLY = new Shares().candidates().get(0);

  @TempDir private Path dir;

  private Reading reading;

  @AfterEach
  void forget() {
    if (reading != null) {
      reading.close();
    }
  }

  @Test
  void predictionsOfRowsAgreeWithTheWeightedScores() throws IOException {
    writeRows();
    Prepared prepared = prepared("data.weight = w");
    Swept swept = sweep(prepared);

    Dataset<Row> rows =
        written(
            "predictions",
            prepared,
            new Tables.PredictionRows(
                List.of("number"),
                prepared.problem().classes(),
                List.of(),
                prepared.problem().folds(),
                swept.outOfFold(ONLY)));

    assertThat(rows.columns())
        .containsExactly("row_key", "number", "fold", "target", "prediction", "probability");
    assertThat(rows.schema().apply("target").dataType()).isEqualTo(DataTypes.StringType);
    assertThat(rows.schema().apply("prediction").dataType()).isEqualTo(DataTypes.StringType);
    assertThat(rows.count()).isEqualTo(240);
    assertThat(rows.filter("(prediction = 'yes') != (probability > 0.5)").count()).isZero();
    Dataset<Row> csv = SPARK.read().option("header", "true").csv(at("data.csv"));
    double mean =
        rows.join(csv, "number")
            .groupBy("fold")
            .agg(functions.expr("sum(if(prediction != y, double(w), 0)) / sum(double(w)) as j"))
            .agg(functions.avg("j"))
            .first()
            .getDouble(0);
    double reported = ((Scored) swept.results().get(0).outcome()).jCv();
    assertThat(reported).isCloseTo(mean, offset(1e-12)).isBetween(0.05, 0.45);
  }

  @Test
  void theRefittedModelScoresTheTestPartAsSparkDoesAndPredictsItsRows() throws IOException {
    writeRows();
    Prepared prepared = prepared("");
    Fitted fitted = sweep(prepared).refit(ONLY);
    SparkModel model = new SparkModel(new SavedModel(reading.schema(), Map.of(), fitted));

    Score score =
        TestPass.open(prepared.dealt().testEngine(), prepared.dealt().testFolds(), fitted);
    Dataset<Row> predicted = model.transform(new Reader(SPARK).rows(at("data.csv"), Map.of()));

    assertThat(predicted.columns())
        .containsExactly("number", "x", "kind", "w", "y", "prediction", "probability");
    assertThat(predicted.filter("(prediction = 'yes') != (probability > 0.5)").count()).isZero();
    assertThat(predicted.select("prediction").distinct().count()).isEqualTo(2);
    assertThat(score.rows()).isEqualTo(60);
    Dataset<Row> sealed =
        written(
                "folds",
                prepared,
                new Tables.FoldRows(List.of("number"), prepared.problem().folds()))
            .filter("fold = -1");
    long wrong = predicted.join(sealed, "number").filter("prediction != y").count();
    assertThat(score.j()).isEqualTo(wrong / 60.0);
    assertThat(score.metrics())
        .containsOnlyKeys("accuracy", "precision", "recall", "f1", "log_loss", "roc_auc", "pr_auc");
    Dataset<Row> judged =
        predicted
            .join(sealed, "number")
            .selectExpr(
                "double(y = 'yes') label",
                "probability positive",
                "array(1 - probability, probability) both",
                "double(prediction = 'yes') prediction")
            .withColumn("vector", array_to_vector(functions.col("both")));
    assertThat(score.metrics().get("roc_auc"))
        .isCloseTo(
            new BinaryClassificationEvaluator()
                .setNumBins(0)
                .setRawPredictionCol("positive")
                .evaluate(judged),
            offset(1e-12));
    assertThat(score.metrics().get("log_loss"))
        .isCloseTo(
            new MulticlassClassificationEvaluator()
                .setMetricName("logLoss")
                .setProbabilityCol("vector")
                .evaluate(judged),
            offset(1e-12));
  }

  @Test
  void thePositiveClassIsSaidAndCanBeChosen() throws IOException {
    writeRows();

    Prepared told = prepared("");
    assertThat(told.problem().classes()).containsExactly("no", "yes");
    assertThat(told.dealt().notes(experiment("").data()))
        .containsExactly(
            "y = 1 is 'yes' of the target 'y' (data.positive = \"no\" would change that)");
    String chosen = "data.positive = \"no\"";
    assertThat(prepared(chosen).problem().classes()).containsExactly("yes", "no");
    assertThat(prepared(chosen).dealt().notes(experiment(chosen).data())).isEmpty();
    assertThatThrownBy(() -> prepared("data.positive = si"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("data.positive is 'si'")
        .hasMessageContaining("'no', 'yes'");
  }

  @Test
  void theBaselineIsTheMajorityByWeight() throws IOException {
    write("number,x,kind,w,y\n0,1,k,1,a\n1,2,k,1,b\n2,3,k,5,b\n3,4,k,1,a\n4,5,k,1,a\n5,6,k,1,b\n");

    Prepared prepared = prepared("data.weight = w, split { test = 0, folds = 2 }");

    assertThat(prepared.dealt().baseline(experiment("")).j()).isCloseTo(0.3, offset(1e-15));
    assertThat(prepared.dealt().baseline(experiment("")).source()).isEqualTo("majority class");
  }

  @Test
  void aMetricOfTheOtherTaskIsRefusedWhenTheTargetTells() throws IOException {
    writeRows();

    assertThatThrownBy(() -> prepared("select.by = rmse"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "select.by is rmse, which a classification does not have, and such is the target 'y';"
                + " use one of j, accuracy, precision, recall, f1, log_loss, roc_auc, pr_auc");
    assertThat(prepared("select.by = f1").problem().classes()).hasSize(2);
  }

  @Test
  void aClassThatAFoldWouldNotSeeIsRefused() throws IOException {
    write("number,x,kind,w,y\n0,1,k,1,a\n1,2,k,1,b\n2,3,k,1,a\n3,4,k,1,a\n4,5,k,1,a\n");

    assertThatThrownBy(() -> prepared("split { test = 0, folds = 2 }"))
        .isInstanceOf(DataException.class)
        .hasMessageMatching("fold [01] would train on rows of one class only, 'a'; use .*");
  }

  @Test
  void rowsOutOfBagHaveNoFoldAndThoseThatEveryTreeDrewNoPrediction() throws IOException {
    writeRows();
    Prepared prepared = prepared("");
    Folds bag = new Bag(prepared.problem().folds());
    List<String> ids = List.of("number");

    Dataset<Row> folds = written("folds", prepared, new Tables.FoldRows(ids, bag));
    Dataset<Row> rows =
        written(
            "predictions",
            prepared,
            new Tables.PredictionRows(ids, List.of("no", "yes"), List.of(), bag, new EvenRows()));

    assertThat(folds.filter("fold = -1").count()).isEqualTo(60);
    assertThat(folds.filter("fold is null").count()).isEqualTo(240);
    assertThat(rows.filter("fold is null and prediction = 'no' and probability = 0.25").count())
        .isEqualTo(rows.count())
        .isEqualTo(folds.filter("fold is null and number % 2 = 0").count());
  }

  /** The same test part; every other row is tested by its forest. */
  private record Bag(Folds sealed) implements Folds {
    @Override
    public int folds() {
      return 0;
    }

    @Override
    public boolean outOfBag() {
      return true;
    }

    @Override
    public int[] of(Block block, int repeat) {
      return Arrays.stream(sealed.of(block, 0)).map(p -> p == TEST ? TEST : NEVER).toArray();
    }
  }

  /** Rows of an odd number were drawn by every tree. */
  private record EvenRows() implements OutOfFold {
    @Override
    public double[] predict(Block block) {
      double[] out = new double[2 * block.rows()];
      for (int i = 0; i < block.rows(); i++) {
        boolean even = Integer.parseInt(block.ids(0)[i]) % 2 == 0;
        out[2 * i] = even ? 0.75 : Double.NaN;
        out[2 * i + 1] = even ? 0.25 : Double.NaN;
      }
      return out;
    }
  }

  private static Swept sweep(Prepared prepared) {
    return new Shares().sweep(prepared.engine(), prepared.problem(), Set.of());
  }

  private Dataset<Row> written(String name, Prepared prepared, ParquetRows.Writer rows) {
    Store store = Store.at(at(name), SPARK.sparkContext().hadoopConfiguration());
    ParquetRows.write(prepared.engine().blocks(), store, rows);
    return SPARK.read().parquet(at(name));
  }

  /** Reads the file that was written and prepares its sweep by {@link Shares}. */
  private Prepared prepared(String settings) {
    Experiment experiment = experiment(settings);
    forget();
    reading = new Reader(SPARK).read(experiment.data(), experiment.split());
    return Prepared.of(reading, experiment, List.of(new Shares()));
  }

  private Experiment experiment(String settings) {
    return Experiment.parse(
        """
        data { path = "%s", target = y, id = number }
        split { test = 0.2, folds = 5 }
        models { ridge {} }
        %s
        """
            .formatted(at("data.csv"), settings),
        "test.conf",
        List.of());
  }

  /** 300 rows; of kind 0 few are yes, of kind 2 most. */
  private void writeRows() throws IOException {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("number,x,kind,w,y\n");
    for (int i = 0; i < 300; i++) {
      int kind = random.nextInt(3);
      String label = random.nextDouble() < 0.15 + 0.35 * kind ? "yes" : "no";
      text.append(
          "%d,%s,kind%d,%s,%s%n"
              .formatted(i, random.nextGaussian(), kind, 0.5 + random.nextInt(4), label));
    }
    write(text.toString());
  }

  private void write(String text) throws IOException {
    Files.writeString(dir.resolve("data.csv"), text);
  }

  private String at(String name) {
    return dir.resolve(name).toString();
  }
}
