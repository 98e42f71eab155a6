package tenfold.core.learn.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.ThreadEngine;
import tenfold.core.sweep.TooLarge;

/** What logistic regression says before anything is fitted. */
class LogisticPlanTest {

  private static LogisticFamily family(List<Integer> degrees) {
    return new LogisticFamily(
        new LogisticGrid(degrees, List.of(0.1, 1.0), true, ClassWeight.BALANCED));
  }

  private static Shape shape(int numbers, int indicators) {
    return new Shape(1000, numbers, indicators, 1, 10, 1, 10, false, 2, 0);
  }

  @Test
  void candidatesListEverySettingInTheConfigurationsOrder() {
    LogisticFamily family = family(List.of(1, 2));
    assertThat(family.candidates()).hasSize(4);
    assertThat(family.candidates().get(3).id())
        .isEqualTo("logistic(degree=2, lambda=1.0, interactions=true, class-weight=balanced)");
    assertThat(family.axes()).extracting(Axis::key).containsExactly("degree", "lambda");
    assertThat(family.axes())
        .extracting(Axis::sharing)
        .containsExactly(Axis.Sharing.FITTED, Axis.Sharing.SHARED);
  }

  @Test
  void aLowerDegreeIsSimplerThenALargerLambda() {
    LogisticFamily family = family(List.of(1, 2));
    List<Candidate> sorted =
        family.candidates().stream().sorted(family::compareComplexity).toList();
    assertThat(sorted.stream().map(c -> c.params().get("degree") + " " + c.params().get("lambda")))
        .containsExactly("1 1.0", "1 0.1", "2 1.0", "2 0.1");
  }

  /**
   * 504 rows of a chunk, each of 31 columns and one to spare of 8 bytes, beside the statistics;
   * second derivatives of the folds' models and the two of the whole part.
   */
  @Test
  void theCostOfThirtyColumns() {
    Cost cost = family(List.of(1)).cost(shape(28, 2));
    assertThat(cost.candidates()).isEqualTo(2);
    assertThat(cost.models()).isEqualTo(20);
    assertThat(cost.taskBytes()).isEqualTo(Room.USUAL.bytes() + 504L * 32 * 8);
    assertThat(cost.driverBytes()).isEqualTo((20 + 2) * 31L * 31 * 8);
  }

  /** Of two classes one logit tells, of five each has weights of its own. */
  @Test
  void fiveClassesHaveFiveTimesTheWeights() {
    Cost cost = family(List.of(1)).cost(new Shape(1000, 28, 2, 1, 10, 1, 10, false, 5, 0));
    assertThat(cost.driverBytes()).isEqualTo((20 + 2) * 5L * 31 * (5 * 31) * 8);
  }

  /** Without second derivatives a model is a few dozen times its weights. */
  @Test
  void tenThousandColumnsAreFewBytesOnTheDriver() {
    Cost cost = family(List.of(1)).cost(shape(0, 10_000));
    assertThat(cost.driverBytes()).isEqualTo((20 + 2) * 10_001L * 44 * 8);
    assertThat(cost.taskBytes()).isEqualTo(Room.USUAL.bytes() + 504L * 10_002 * 8);
  }

  @Test
  void aSweepMakesNoMorePassesThanPlanned() {
    Posed posed = Posed.of(Rows.random(new Random(3), Task.CLASSIFICATION, 60), Way.FOLDS);
    ThreadEngine engine = posed.engine(1);
    LogisticFamily family = family(List.of(1));
    family.sweep(engine, posed.problem(), Set.of());
    assertThat(engine.passes()).isLessThanOrEqualTo(family.cost(posed.problem().shape()).passes());
  }

  /** 504 * (1,337,337,000 + 2) * 8 bytes; 8 * (2^31 - 9). */
  @Test
  void aPolynomialTooLargeForAnArraySaysItsTermsAndBytes() {
    assertThatThrownBy(() -> family(List.of(3)).cost(shape(2000, 0)))
        .isInstanceOf(TooLarge.class)
        .hasMessage(
            "logistic.degree is 3, which over 2000 columns makes 1337337000 terms: 504 rows of"
                + " them at a time need 5.39e+12 bytes, and one array holds 1.72e+10; use a lower"
                + " degree, interactions = false or fewer columns");
  }

  /** 22 models of 1,373,701 weights, 44 numbers for each: 10 GB. */
  @Test
  void modelsTooLargeForTheDriverSayTheirTermsAndBytes() {
    assertThatThrownBy(() -> family(List.of(3)).cost(shape(200, 0)))
        .isInstanceOf(TooLarge.class)
        .hasMessageStartingWith(
            "logistic.degree is 3, which over 200 columns makes 1373700 terms: 20 models of them"
                + " need 1.06e+10 bytes, and ")
        .hasMessageEndingWith("fewer lambdas or a larger driver memory");
  }

  /** A chunk of 2.4 GB and two models of 211 MB. */
  @Test
  void aChunkOfMoreBytesThanAnArrayHasPlacesIsNotRefused() {
    LogisticGrid grid = new LogisticGrid(List.of(1), List.of(1.0), true, ClassWeight.NONE);
    Shape holdOut = new Shape(1000, 0, 600_000, 1, 1, 1, 1, false, 2, 0);
    Cost cost = new LogisticFamily(grid).cost(holdOut);
    assertThat(cost.taskBytes()).isEqualTo(Room.USUAL.bytes() + 504L * 600_002 * 8);
    assertThat(cost.driverBytes()).isEqualTo(2 * 600_001L * 44 * 8);
  }

  @Test
  void leaveOneOutOfTooManyRowsIsRefused() {
    assertThatThrownBy(
            () -> family(List.of(1)).cost(new Shape(60_000, 3, 0, 0, 1, 1, 60_000, true, 2, 0)))
        .isInstanceOf(TooLarge.class)
        .hasMessage(
            "split.folds is leave-one-out, which for logistic is a fit for each of 60000 rows and 2"
                + " candidates: more than 100000; use a number of folds");
  }

  @Test
  void aGridOfImpossibleValuesIsRefused() {
    assertThatThrownBy(() -> new LogisticGrid(List.of(0), List.of(1.0), true, ClassWeight.NONE))
        .hasMessage("logistic.degree is 0; use at least 1");
    assertThatThrownBy(
            () -> new LogisticGrid(List.of(1), List.of(Double.NaN), true, ClassWeight.NONE))
        .hasMessage("logistic.lambda is NaN; use a finite value >= 0");
  }
}
