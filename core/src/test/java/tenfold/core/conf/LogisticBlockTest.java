package tenfold.core.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.core.learn.logistic.ClassWeight;
import tenfold.core.learn.logistic.LogisticGrid;

class LogisticBlockTest {

  private static Experiment parse(String block) {
    return Experiment.parse(Texts.LEAST + "models.logistic " + block, "c.conf", List.of());
  }

  private static Record grid(String block) {
    return parse(block).grids().get(1); // after ridge
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    assertThat(grid("{}"))
        .isEqualTo(new LogisticGrid(List.of(1), List.of(1.0), true, ClassWeight.NONE));
  }

  @Test
  void everySettingIsRead() {
    assertThat(
            grid(
                "{ degree = \"1..2\", lambda = [0, 0.5], interactions = false, class-weight ="
                    + " balanced }"))
        .isEqualTo(new LogisticGrid(List.of(1, 2), List.of(0.0, 0.5), false, ClassWeight.BALANCED));
  }

  @Test
  void mergedReadsToAnEqualExperiment() {
    Experiment first = parse("{ lambda = [1e-300, 1e300], class-weight = balanced }");
    assertThat(first.merged()).contains("class-weight = balanced");
    assertThat(Experiment.parse(first.merged(), "config.conf", List.of())).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ lambda = -1 }|models.logistic.lambda is -1; use a finite number >= 0, or a list of such"
            + " numbers",
        "{ degree = 0 }|models.logistic.degree is 0; use an integer from 1 to 100, a range such as"
            + " \"1..3\", or a list of these",
        "{ class-weight = even }|models.logistic.class-weight is the text \"even\"; use none or"
            + " balanced",
        "{ classweight = none }|models.logistic.classweight is not a setting; did you mean"
            + " class-weight? (degree, lambda, interactions, class-weight)",
        "{ interactions = 1 }|models.logistic.interactions is 1; use true or false"
      })
  void whatCannotBeIsRefusedByItsKey(String block, String message) {
    assertThatThrownBy(() -> parse(block))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageEndingWith(message);
  }
}
