package tenfold.core.learn.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tenfold.core.data.DataException;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.ThreadEngine;
import tenfold.core.sweep.TooLarge;

/** What ridge says before anything is fitted. */
class RidgePlanTest {

  private static final Ridge RIDGE = RidgeTest.ridge(List.of(1, 2, 3), List.of(0.0, 1.0), true);

  private static Shape shape(int numbers) {
    return new Shape(1000, numbers, 0, 0, 10, 1, 10, false, 0, 0);
  }

  @Test
  void candidatesListEverySettingInTheConfigurationsOrder() {
    assertThat(RIDGE.candidates()).hasSize(6);
    assertThat(RIDGE.candidates().get(3).id())
        .isEqualTo("ridge(degree=2, lambda=1.0, interactions=true)");
    assertThat(RIDGE.axes()).extracting(Axis::key).containsExactly("degree", "lambda");
    assertThat(RIDGE.axes()).extracting(Axis::sharing).containsOnly(Axis.Sharing.SHARED);
  }

  @Test
  void aLowerDegreeIsSimplerThenALargerLambda() {
    List<Candidate> sorted = RIDGE.candidates().stream().sorted(RIDGE::compareComplexity).toList();

    assertThat(sorted.stream().map(c -> c.params().get("degree") + " " + c.params().get("lambda")))
        .containsExactly("1 1.0", "1 0.0", "2 1.0", "2 0.0", "3 1.0", "3 0.0");
  }

  @Test
  void theCostOfEightColumnsAtDegreeThree() {
    Cost cost = RIDGE.cost(shape(8));

    assertThat(cost.candidates()).isEqualTo(6);
    assertThat(cost.models()).isEqualTo(60);
    assertThat(cost.fits()).isEqualTo(1);
    assertThat(cost.passes()).isEqualTo(1);
    assertThat(cost.taskBytes()).isEqualTo(11L * 166 * 166 * 8);
  }

  @Test
  void leaveOneOutHasAModelForEachRowAndAPassMore() {
    Cost cost = RIDGE.cost(new Shape(1000, 8, 0, 0, 1, 1, 1000, true, 0, 0));

    assertThat(cost.models()).isEqualTo(6000);
    assertThat(cost.passes()).isEqualTo(2);
  }

  @Test
  void aPolynomialTooLargeForMemorySaysItsTermsAndBytes() {
    assertThatThrownBy(() -> RIDGE.cost(shape(2000)))
        .isInstanceOf(TooLarge.class)
        .hasMessageStartingWith(
            "ridge.degree is 3, which over 2000 columns makes 1337337000 terms: their sums need ")
        .hasMessageContaining("interactions = false");
    assertThatThrownBy(
            () -> RidgeTest.ridge(List.of(1_000_000), List.of(1.0), true).cost(shape(1000)))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("more than 10^18 terms");
  }

  @Test
  void aFoldWithoutRowsIsRefusedByItsNumber() {
    Rows rows = Rows.random(30, 1, 3, 1);
    for (int i = 0; i < 30; i++) {
      rows.part[0][i] = rows.part[0][i] == 1 ? 0 : rows.part[0][i];
    }

    assertThatThrownBy(() -> RIDGE.sweep(rows.engine(), rows.problem(), Set.of()))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("fold 1 of 3 has no rows to test");
  }

  @Test
  void aSweepOfFoldsIsOnePassAndItsRefitNone() {
    Rows rows = Rows.random(60, 2, 3, 2);
    ThreadEngine engine = rows.engine();

    RIDGE.sweep(engine, rows.problem(), Set.of()).refit(RIDGE.candidates().get(5));

    assertThat(engine.passes()).isEqualTo(1);
  }

  /** C(n + d, d) - 1, by Pascal's rule. */
  @Property(tries = 100)
  void termsAreCountedAsTheyAreMade(
      @ForAll @IntRange(min = 0, max = 5) int numbers,
      @ForAll @IntRange(min = 1, max = 5) int degree,
      @ForAll @IntRange(min = 0, max = 3) int indicators) {
    Terms terms = new Terms(indicators, numbers, degree, Terms.Mixing.ALL);
    long[][] pascal = new long[11][11];
    for (int n = 0; n <= 10; n++) {
      for (int k = 0; k <= n; k++) {
        pascal[n][k] = k == 0 || k == n ? 1 : pascal[n - 1][k - 1] + pascal[n - 1][k];
      }
    }

    for (int d = 1; d <= degree; d++) {
      assertThat(terms.count(d)).isEqualTo(indicators + pascal[numbers + d][d] - 1);
      assertThat(Terms.count(indicators, numbers, d, Terms.Mixing.ALL)).isEqualTo(terms.count(d));
      assertThat(new Terms(indicators, numbers, degree, Terms.Mixing.POWERS).count(d))
          .isEqualTo(indicators + numbers * d);
    }
  }
}
