package tenfold.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.conf.Experiment;
import tenfold.jobs.sweep.Sweep;

/**
 * The examples of trees and forests do what their comments say. They share one Spark, so that each
 * costs what its sweep costs; {@link LauncherIT} starts one of them as users do.
 */
class TreeExamplesTest {

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

  /** Runs an example, whose paths are relative to the project, and returns its report.json. */
  private JsonNode report(String example) throws IOException {
    Path conf = ROOT.resolve("conf/" + example + ".conf");
    String data = Experiment.read(conf, List.of()).data().paths().get(0);
    Experiment experiment = Experiment.read(conf, List.of("data.path=" + ROOT.resolve(data)));

    Sweep.of(experiment).into(dir.resolve("run").toString()).run(Local.spark());

    assertThat(dir.resolve("run/_SUCCESS")).exists();
    return new ObjectMapper().readTree(Files.readString(dir.resolve("run/report.json")));
  }
}
