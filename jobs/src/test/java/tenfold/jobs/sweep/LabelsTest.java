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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.conf.Experiment;
import tenfold.core.data.DataException;
import tenfold.core.report.ReportText;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.jobs.Local;
import tenfold.jobs.score.Scoring;
import tenfold.jobs.score.Scoring.Existing;

/** Several labels on their way from a file to a report, predictions and a model that scores. */
class LabelsTest {

  private static final SparkSession SPARK = Local.spark();

  @TempDir private Path dir;

  /** Fruit: ripe if red, large if wide, nearly always. */
  @BeforeEach
  void write() throws IOException {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder("number,red,wide,ripe,large\n");
    for (int i = 0; i < 300; i++) {
      double red = random.nextGaussian();
      double wide = random.nextGaussian();
      String ripe = red + 0.2 * random.nextGaussian() > 0 ? "yes" : "no";
      text.append("%d,%s,%s,%s,%d%n".formatted(i, red, wide, ripe, wide > 0.5 ? 1 : 0));
    }
    Files.writeString(dir.resolve("data.csv"), text);
  }

  @Test
  void aRunScoresPredictsAndSavesEachLabel() throws IOException {
    List<String> notes = new ArrayList<>();
    Run run = Sweep.of(experiment("")).into(at("run")).telling(notes::add).run(SPARK);

    assertThat(notes)
        .contains(
            "y = 1 is 'yes' of the label 'ripe', the later of its two classes",
            "y = 1 is '1' of the label 'large', the later of its two classes");
    JsonNode report = new ObjectMapper().readTree(Files.readString(dir.resolve("run/report.json")));
    assertThat(report.at("/task").asText()).isEqualTo("classification");
    assertThat(report.at("/features").asInt()).isEqualTo(2);
    assertThat(report.at("/best/j_cv").asDouble()).isLessThan(0.1);
    assertThat(report.at("/best/j_test").asDouble()).isLessThan(0.15);
    assertThat(report.at("/best/classes").isMissingNode()).isTrue();
    assertThat(report.at("/baseline/source").asText()).isEqualTo("majority class of each label");
    JsonNode ripe = report.at("/best/labels/0");
    assertThat(ripe.at("/label").asText()).isEqualTo("ripe");
    assertThat(ripe.at("/positive").asText()).isEqualTo("yes");
    assertThat(ripe.at("/cv/f1").asDouble()).isGreaterThan(0.8);
    double mean = (ripe.at("/cv/j").asDouble() + report.at("/best/labels/1/cv/j").asDouble()) / 2;
    assertThat(mean).isCloseTo(report.at("/best/j_cv").asDouble(), offset(1e-12));
    assertThat(ReportText.of(run.report(), "runs/x"))
        .contains("J is the share of labels misclassified")
        .containsPattern("label +j +precision +recall +f1 +test j");
    assertThat(Files.readString(dir.resolve("run/report.html")))
        .contains("The winner, label by label");
  }

  /** J and the baseline again, from the files alone. */
  @Test
  void predictionsAndTheReportAgree() {
    Run run = Sweep.of(experiment("")).into(at("run")).run(SPARK);
    Dataset<Row> rows = SPARK.read().parquet(at("run/predictions"));

    assertThat(rows.columns())
        .containsExactly(
            "row_key",
            "number",
            "fold",
            "target_ripe",
            "prediction_ripe",
            "probability_ripe",
            "target_large",
            "prediction_large",
            "probability_large");
    assertThat(rows.count()).isEqualTo(240);
    double j =
        rows.groupBy("fold")
            .agg(functions.avg(wrong("ripe").plus(wrong("large")).divide(2)).as("j"))
            .agg(functions.avg("j"))
            .first()
            .getDouble(0);
    assertThat(j).isCloseTo(((Scored) run.report().winner().outcome()).jCv(), offset(1e-12));
    assertThat(rows.filter("(prediction_ripe = 'yes') != (probability_ripe > 0.5)").count())
        .isZero();
    double ripe = rows.filter("target_ripe = 'yes'").count() / 240.0;
    double large = rows.filter("target_large = '1'").count() / 240.0;
    assertThat(run.report().baseline().j())
        .isCloseTo((Math.min(ripe, 1 - ripe) + Math.min(large, 1 - large)) / 2, offset(1e-12));
  }

  private static Column wrong(String label) {
    return functions.expr("int(target_%s != prediction_%s)".formatted(label, label));
  }

  @Test
  void theSavedModelScoresAsTheOneInMemory() {
    Run run = Sweep.of(experiment("")).into(at("run")).run(SPARK);
    Dataset<Row> rows =
        SPARK.read().option("header", "true").csv(at("data.csv")).drop("ripe", "large");
    List<Row> inMemory = run.model().transform(rows).orderBy("number").collectAsList();

    assertThat(new Scoring(at("run"), at("data.csv"), at("out"), Existing.REFUSE).run(SPARK))
        .isEqualTo(300);

    Dataset<Row> scored = SPARK.read().parquet(at("out"));
    assertThat(scored.columns())
        .containsExactly(
            "number",
            "red",
            "wide",
            "ripe",
            "large",
            "prediction_ripe",
            "probability_ripe",
            "prediction_large",
            "probability_large");
    assertThat(scored.drop("ripe", "large").orderBy("number").collectAsList()).isEqualTo(inMemory);
    assertThat(scored.filter("ripe = prediction_ripe and large = prediction_large").count())
        .isGreaterThan(240);
  }

  /** Equal sizes, which shares of each class would not give. */
  @Test
  void noLabelDecidesTheFolds() {
    Sweep.of(experiment("split.duplicates = apart")).into(at("run")).run(SPARK);
    Dataset<Row> folds = SPARK.read().parquet(at("run/folds"));

    assertThat(folds.filter("fold = -1").count()).isEqualTo(60);
    for (int fold = 0; fold < 4; fold++) {
      assertThat(folds.filter("fold = " + fold).count()).isEqualTo(60);
    }
  }

  @Test
  void aLabelThatIsMissingOrHasThreeClassesIsRefused() throws IOException {
    refused("", "data row 301: the target 'ripe' is missing; drop such rows or fill them in");
    refused("perhaps", "the label 'ripe' has 3 classes");
  }

  /** Twenty rows more, some of which train. */
  private void refused(String ripe, String message) throws IOException {
    String text = Files.readString(dir.resolve("data.csv"));
    StringBuilder more = new StringBuilder(text);
    for (int i = 0; i < 20; i++) {
      more.append("%d,%d,1,%s,1%n".formatted(i, i, ripe));
    }
    Files.writeString(dir.resolve("data.csv"), more);

    assertThatThrownBy(() -> Sweep.of(experiment("")).into(at("refused")).run(SPARK))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message);
    Files.writeString(dir.resolve("data.csv"), text);
  }

  private Experiment experiment(String more) {
    return Experiment.parse(
        """
        name = fruit
        data { path = "%s/data.csv", target = [ripe, large], id = number }
        split { test = 0.2, folds = 4 }
        models.network { layers = [[6]], lambda = 0.01, epochs = [4, 12], batch = 8, learning-rate = 0.05 }
        """
                .formatted(dir)
            + more,
        "fruit.conf",
        List.of());
  }

  private String at(String name) {
    return dir.resolve(name).toString();
  }
}
