package tenfold.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.conf.Experiment;
import tenfold.jobs.sweep.Sweep;

/**
 * The examples of classification, and the smallest of trees, do what their comments say. They share
 * one Spark, so that each costs what its sweep costs; {@link LauncherIT} starts others as users do.
 */
class ExamplesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path dir;

  /** 9.1204: variance of the ten weights less what is left on both sides, in exact fractions. */
  @Test
  void earsTellMostOfTheWeightOfCats() throws IOException {
    JsonNode report = report("cat-weights");

    assertThat(report.at("/best/tree/feature").asText()).isEqualTo("ear_shape");
    assertThat(report.at("/best/tree/gain").asDouble()).isCloseTo(9.1204, offset(1e-10));
    assertThat(report.at("/best/params/max-depth").asInt()).isEqualTo(2);
  }

  @Test
  void twentyTreesAnswerTheDigitsOf360Candidates() throws IOException {
    JsonNode report = report("digits-tree");

    assertThat(report.at("/candidates")).hasSize(360);
    assertThat(report.at("/cost/models").asInt()).isEqualTo(3600);
    assertThat(report.at("/cost/fits").asInt()).isEqualTo(20);
    assertThat(report.at("/best/j_cv").asDouble()).isBetween(0.10, 0.18);
  }

  @Test
  void aForestIsFarBetterThanATreeAndNeedsNoFolds() throws IOException {
    JsonNode report = report("digits-forest");

    assertThat(report.at("/cost/fits").asInt()).isEqualTo(128);
    assertThat(report.at("/best/j_cv").asDouble()).isBetween(0.005, 0.05);
    assertThat(report.at("/best/j_test").asDouble()).isBetween(0.0, 0.06);
  }

  @Test
  void aForestThatNamesNobodyHasLowJAndNoF1() throws IOException {
    JsonNode report = report("churn-forest");

    assertThat(report.at("/features").asInt()).isEqualTo(69);
    assertThat(report.at("/best/by").asText()).isEqualTo("f1");
    assertThat(report.at("/best/metrics/f1").asDouble()).isBetween(0.7, 0.95);
    assertThat(report.at("/importance/0/feature").asText()).isEqualTo("total_day_minutes");
    for (JsonNode candidate : report.at("/candidates")) {
      JsonNode settings = candidate.at("/params");
      if (settings.at("/max-depth").asInt() == 2
          && settings.at("/features").asText().equals("sqrt")) {
        assertThat(candidate.at("/j_cv").asDouble()).isBetween(0.1, 0.15);
        assertThat(candidate.at("/folds/0/metrics/f1").asDouble()).isZero();
        assertThat(candidate.at("/folds/0/metrics/precision").isMissingNode()).isTrue();
      }
    }
  }

  @Test
  void thirtyBoostersAnswerEveryNumberOfRounds() throws IOException {
    JsonNode report = report("churn-boost");

    assertThat(report.at("/candidates")).hasSize(15);
    assertThat(report.at("/cost/fits").asInt()).isEqualTo(30);
    assertThat(report.at("/best/metrics/f1").asDouble()).isBetween(0.75, 0.95);
    assertThat(report.at("/importance/0/feature").asText()).isEqualTo("total_day_minutes");
  }

  /** Thirty columns separate the rows: without regularisation the weights have no end. */
  @Test
  void logLossFallsAndRisesAgainWithLambda() throws IOException {
    JsonNode report = report("breast-cancer-lambda");

    List<Double> loss = new ArrayList<>();
    for (JsonNode candidate : report.at("/candidates")) {
      double sum = 0;
      for (JsonNode fold : candidate.at("/folds")) {
        sum += fold.at("/metrics/log_loss").asDouble();
      }
      loss.add(sum / candidate.at("/folds").size());
    }
    assertThat(loss).hasSize(12);
    assertThat(loss.subList(0, 9)).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(loss.subList(8, 12)).isSorted();
    assertThat(report.at("/candidates/0/notes/0").asText()).contains("separate");
    assertThat(report.at("/best/params/lambda").asDouble()).isEqualTo(1.28);
    assertThat(report.at("/best/j_test").asDouble()).isLessThan(0.05);
  }

  @Test
  void softmaxTellsThreeWinesApart() throws IOException {
    JsonNode report = report("wine-softmax");

    assertThat(report.at("/candidates")).hasSize(10);
    assertThat(report.at("/best/classes")).hasSize(3);
    assertThat(report.at("/best/j_cv").asDouble()).isLessThan(0.03);
    assertThat(report.at("/best/j_test").asDouble()).isLessThan(0.06);
  }

  /** Three units for the three sides of the triangle; fewer epochs do not find it. */
  @Test
  void threeUnitsFindTheTriangleOfGoodCoffee() throws IOException {
    JsonNode report = report("coffee");

    assertThat(report.at("/cost/fits").asInt()).isEqualTo(10);
    assertThat(report.at("/candidates")).hasSize(8);
    assertThat(report.at("/best/params/layers").asText()).isEqualTo("3");
    assertThat(report.at("/best/params/epochs").asInt()).isEqualTo(200);
    assertThat(report.at("/best/j_cv").asDouble()).isLessThan(0.06);
    assertThat(report.at("/best/j_test").asDouble()).isLessThan(0.06);
  }

  @Test
  void aNetworkTellsZerosFromOnes() throws IOException {
    JsonNode report = report("digits-binary");

    assertThat(report.at("/best/j_cv").asDouble()).isLessThan(0.02);
    assertThat(report.at("/best/j_test").asDouble()).isLessThan(0.03);
  }

  /** The better of the example's two λ alone: half of its networks. */
  @Test
  void tenNetworksReadTheDigits() throws IOException {
    JsonNode report = report("digits-network", "models.network.lambda=1");

    assertThat(report.at("/cost/fits").asInt()).isEqualTo(10);
    assertThat(report.at("/candidates")).hasSize(4);
    assertThat(report.at("/best/j_cv").asDouble()).isBetween(0.0, 0.04);
    assertThat(report.at("/best/j_test").asDouble()).isBetween(0.0, 0.05);
  }

  /** The better of the example's two λ alone. A constant is wrong on half of the labels. */
  @Test
  void oneNetworkTellsTwoThingsOfADigit() throws IOException {
    JsonNode report = report("digits-labels", "models.network.lambda=1");

    assertThat(report.at("/cost/fits").asInt()).isEqualTo(5);
    assertThat(report.at("/best/labels")).hasSize(2);
    assertThat(report.at("/baseline/j").asDouble()).isBetween(0.49, 0.5);
    assertThat(report.at("/best/j_cv").asDouble()).isBetween(0.0, 0.05);
    assertThat(report.at("/best/j_test").asDouble()).isBetween(0.0, 0.05);
  }

  /** A network of 0 to 4 learns 5 to 9 from 179 rows, its convolution as it was. */
  @Test
  void aNetworkOfOtherDigitsLearnsTheseFromFewRows() throws IOException {
    report("digits-transfer-source");
    Path source = Files.move(dir.resolve("run"), dir.resolve("source"));
    JsonNode report = report("digits-transfer", "models.network.from=" + source);

    assertThat(report.at("/cost/fits").asInt()).isEqualTo(5);
    assertThat(report.at("/best/params/freeze-to").asInt()).isEqualTo(2);
    assertThat(report.at("/best/params/fine-tune.epochs").isInt()).isTrue();
    assertThat(report.at("/best/j_cv").asDouble()).isBetween(0.0, 0.08);
    assertThat(report.at("/best/j_test").asDouble()).isBetween(0.0, 0.08);
  }

  /** What columns do together, trees see and a linear model does not. */
  @Test
  void boostingIsTheAlgorithmForChurn() throws IOException {
    JsonNode report = report("which-algorithm");

    JsonNode families = report.at("/comparison/families");
    assertThat(families.findValuesAsText("model"))
        .containsExactly("boost", "forest", "tree", "logistic");
    assertThat(families.get(0).at("/score").asDouble()).isBetween(0.78, 0.9);
    JsonNode linear = families.get(3);
    assertThat(linear.at("/difference").asDouble())
        .isLessThan(-2 * linear.at("/difference_se").asDouble());
    assertThat(report.at("/best/model").asText()).isEqualTo("boost");
    assertThat(report.at("/best/params").has("trees")).isFalse();
  }

  /** Runs an example, whose paths are relative to the project, and returns its report.json. */
  private JsonNode report(String example, String... more) throws IOException {
    Path conf = ROOT.resolve("conf/" + example + ".conf");
    String data = Experiment.read(conf, List.of()).data().paths().get(0);
    List<String> overrides = new ArrayList<>(List.of(more));
    overrides.add("data.path=" + ROOT.resolve(data));
    Experiment experiment = Experiment.read(conf, overrides);

    Sweep.of(experiment).into(dir.resolve("run").toString()).run(Local.spark());

    assertThat(dir.resolve("run/_SUCCESS")).exists();
    return new ObjectMapper().readTree(Files.readString(dir.resolve("run/report.json")));
  }
}
