package tenfold.core.learn.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenfold.core.fold.Folds;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;

/** Leave-one-out against one separate fit for each unit, with the whole part's scaling. */
class LeaveOneOutTest {

  private static Swept compare(Rows rows, Ridge ridge, double relative) {
    Swept swept = ridge.sweep(rows.engine(2, 2), rows.problem(), Set.of("mae"));
    boolean[] all = RidgeTest.where(rows, 0, part -> part != Folds.TEST);
    for (Result result : swept.results()) {
      int degree = (Integer) result.candidate().params().get("degree");
      double lambda = (Double) result.candidate().params().get("lambda");
      Separate separate = new Separate(rows, degree, true);
      double weight = 0;
      double jTrain = 0;
      double jCv = 0;
      double absolute = 0;
      double[] predicted = swept.outOfFold(result.candidate()).predict(rows.block());
      for (long unit : LongStream.of(rows.unit).distinct().toArray()) {
        boolean[] test = new boolean[rows.size()];
        boolean[] train = all.clone();
        double own = 0;
        for (int i = 0; i < test.length; i++) {
          test[i] = all[i] && rows.unit[i] == unit;
          train[i] &= !test[i];
          own += test[i] ? rows.weight[i] : 0;
        }
        if (own > 0) {
          Separate.Scores one = separate.fit(train, all, test, lambda == 0 ? 1e-21 : lambda);
          weight += own;
          jTrain += own * one.jTrain();
          jCv += own * one.jCv();
          absolute += own * one.absolute();
          checkPredictions(rows, test, predicted, one.jCv() * own);
        }
      }
      Outcome.Scored scored = RidgeTest.scored(result);
      String what = result.candidate().id();
      assertThat(scored.jCv())
          .as("J_cv of " + what)
          .isCloseTo(jCv / weight, withinPercentage(100 * relative));
      assertThat(scored.jTrain())
          .as("J_train of " + what)
          .isCloseTo(jTrain / weight, within(1e-24 + relative * jTrain / weight));
      assertThat(scored.metrics().get("mae"))
          .isCloseTo(absolute / weight, withinPercentage(100 * relative));
      assertThat(scored.metrics().get("rmse"))
          .isCloseTo(Math.sqrt(2 * jCv / weight), withinPercentage(100 * relative));
      assertThat(scored.folds()).isEmpty();
    }
    return swept;
  }

  private static void checkPredictions(Rows rows, boolean[] test, double[] predicted, double cost) {
    double sum = 0;
    for (int i = 0; i < test.length; i++) {
      sum += test[i] ? rows.weight[i] * Math.pow(rows.y[i] - predicted[i], 2) / 2 : 0;
    }
    assertThat(sum).isCloseTo(cost, within(1e-9 + 1e-6 * cost));
  }

  @Test
  void everyRowIsASeparateFit() {
    Rows rows = Rows.random(40, 2, 1, 1).named(3, 2).leaveOneOut(1);
    rows.part[0][7] = Folds.TEST;

    Swept swept = compare(rows, RidgeTest.ridge(List.of(1, 2), List.of(0.0, 0.5), true), 1e-8);

    double[] predicted = swept.outOfFold(swept.results().get(0).candidate()).predict(rows.block());
    assertThat(predicted[7]).as("a row of the test part").isNaN();
  }

  @Test
  void everyWeightedRowIsASeparateFit() {
    Rows rows = Rows.random(40, 2, 1, 3).weighted(4).leaveOneOut(1);

    compare(rows, RidgeTest.ridge(List.of(1, 3), List.of(0.0, 2.0), true), 1e-8);
  }

  @Test
  void groupsLeaveTogetherWhetherSmallOrLargerThanTheTerms() {
    Rows rows = Rows.random(60, 2, 1, 5).weighted(6).leaveOneOut(3);
    for (int i = 0; i < 12; i++) {
      rows.unit[i] = 0; // 12 rows, and 5 terms at degree 2
    }

    compare(rows, RidgeTest.ridge(List.of(1, 2), List.of(0.0, 1.0), true), 1e-8);
  }

  @Test
  void aRowThatAloneHoldsALevelIsFittedDirectly() {
    Rows rows = Rows.random(40, 2, 1, 7).named(3, 8).leaveOneOut(1);
    rows.level[11] = "once";

    Swept swept = compare(rows, RidgeTest.ridge(List.of(1, 2), List.of(0.0, 1.0), true), 1e-7);

    assertThat(notes(swept.results().get(0)))
        .contains("fitted directly: 1 rows or groups whose leaving keeps too few digits of J");
    assertThat(notes(swept.results().get(1))).isEmpty();
  }

  @Test
  void aRowThatAloneHoldsALevelKeepsItsDigitsAtTinyLambdas() {
    Rows rows = Rows.random(30, 2, 1, 21).named(4, 22).leaveOneOut(1);
    rows.level[11] = "once";

    compare(rows, RidgeTest.ridge(List.of(1, 2), DirectTest.TINY, true), 1e-9);
  }

  /** Without the row, its level has no weight, nor has the sum of the others, which is 1. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aRowThatAloneHoldsALevelBesideCollinearColumnsKeepsItsDigits(int seed) {
    Rows rows = collinear(Rows.random(40, 3, 1, seed).named(4, seed + 1), 1e-6).leaveOneOut(1);
    rows.level[11] = "once";
    Ridge ridge = RidgeTest.ridge(List.of(1), DirectTest.TINY, true);

    compare(rows, ridge, 1e-8);
    compare(rows.weighted(seed).leaveOneOut(2), ridge, 1e-8);
  }

  private static Rows collinear(Rows rows, double off) {
    Random random = new Random(3);
    for (double[] x : rows.x) {
      x[1] = x[0] + off * random.nextGaussian();
    }
    return rows;
  }

  /** A number that all other rows share, beside a pair of columns that is nearly one. */
  @Test
  void aRowThatAloneDiffersBesideCollinearColumnsKeepsItsDigits() {
    Rows rows = collinear(Rows.random(30, 3, 1, 2).named(3, 3), 1e-6).leaveOneOut(1);
    for (int i = 0; i < rows.size(); i++) {
      rows.x[i][2] = i == 5 ? 9 : 7;
    }

    compare(rows, RidgeTest.ridge(List.of(1), DirectTest.TINY, true), 1e-8);
  }

  /** Directions that no row has anything in lose no row its digits: levels, a repeated column. */
  @Test
  void termsThatRepeatEachOtherLeaveNoRowToFitDirectly() {
    Rows levels = Rows.random(30, 2, 1, 1).named(4, 2).leaveOneOut(1);
    Rows repeated = Rows.random(30, 3, 1, 4).leaveOneOut(1);
    for (double[] x : repeated.x) {
      x[1] = 3 - 2 * x[0];
    }
    Ridge ridge = RidgeTest.ridge(List.of(1), DirectTest.TINY, true);

    Swept some = compare(levels, ridge, 1e-9);
    Swept others = compare(repeated, ridge, 1e-9);

    assertThat(some.results()).allSatisfy(one -> assertThat(notes(one)).isEmpty());
    assertThat(others.results())
        .allSatisfy(one -> assertThat(notes(one)).noneMatch(note -> note.contains("leaving")));
  }

  private static List<String> notes(Result result) {
    return RidgeTest.scored(result).notes();
  }

  /** Of a row 1e5 spreads out, some 1e-9 is left in its residual. */
  @ParameterizedTest
  @ValueSource(doubles = {1e2, 1e3, 1e4, 1e5, 1e6, 1e7})
  void aRowFarOutKeepsItsDigits(double far) {
    Rows rows = Rows.random(40, 3, 1, 7).leaveOneOut(1);
    rows.x[5][2] = far;

    compare(rows, RidgeTest.ridge(List.of(1), List.of(0.0, 1e-10, 1e-6, 1e-3, 1.0), true), 1e-9);
  }

  /** Leaving changes the scale of every term, and of some to nothing: no fit may take its own. */
  @Test
  void fitsWithoutARowKeepTheScalesOfTheWholePart() {
    Rows rows = Rows.random(30, 3, 1, 2).named(5, 24).weighted(5).leaveOneOut(1);
    rows.level[11] = "once";
    rows.level[15] = "also once";
    for (int i = 0; i < rows.size(); i++) {
      rows.x[i][1] = i == 5 ? 9 : 7;
    }
    rows.x[5][2] = 1000;
    Ridge ridge = RidgeTest.ridge(List.of(1), List.of(0.0, 1e-12), true);

    Swept swept = compare(rows, ridge, 1e-9);

    // No lambda at all is the limit of a small one.
    Outcome.Scored none = RidgeTest.scored(swept.results().get(0));
    Outcome.Scored little = RidgeTest.scored(swept.results().get(1));
    assertThat(none.notes())
        .containsExactly(
            "fitted directly: 3 rows or groups whose leaving keeps too few digits of J");
    assertThat(none.jCv()).isCloseTo(little.jCv(), withinPercentage(1e-7));
  }

  /** 11 rows and 9 terms: what is left of the squares when a row goes is mostly cancelled. */
  @ParameterizedTest
  @ValueSource(ints = {21, 22, 23, 24})
  void nearlySaturatedFitsKeepTheDigitsOfJTrain(int seed) {
    Rows rows = Rows.random(11, 3, 1, seed).leaveOneOut(1);
    List<Double> lambdas = List.of(0.0, 1e-12, 1e-10, 1e-8, 1e-6, 1e-3, 1.0);

    Swept swept = compare(rows, RidgeTest.ridge(List.of(2), lambdas, true), 1e-9);

    assertThat(notes(swept.results().get(0))).anyMatch(note -> note.contains("leaving"));
  }

  /**
   * Hard in several ways at once: levels of one row, a pair nearly collinear, a row far out, small
   * and tiny lambdas, few more rows than terms.
   */
  @Property
  void unitsOfHardProblemsAreSeparateFits(@ForAll long seed) {
    Random random = new Random(seed);
    Rows rows = Rows.random(random.nextBoolean() ? 12 : 24, 3, 1, random.nextLong());
    rows = random.nextBoolean() ? rows.named(2 + random.nextInt(3), random.nextLong()) : rows;
    rows = random.nextInt(3) == 0 ? rows.weighted(random.nextLong()) : rows;
    rows = rows.leaveOneOut(1 + random.nextInt(3));
    if (rows.level != null && random.nextBoolean()) {
      rows.level[random.nextInt(12)] = "once";
    }
    if (random.nextBoolean()) {
      collinear(rows, Math.pow(10, -6 * random.nextDouble()));
    }
    if (random.nextBoolean()) {
      rows.x[random.nextInt(12)][2] = Math.pow(10, 5 * random.nextDouble());
    }
    double lambda = random.nextInt(4) == 0 ? 0 : Math.pow(10, -14 * random.nextDouble());

    compare(rows, RidgeTest.ridge(List.of(1), List.of(lambda), true), 1e-6);
  }

  @Test
  void moreTermsThanRowsAreFittedOneByOne() {
    Rows rows = Rows.random(14, 2, 1, 9).leaveOneOut(1);

    compare(rows, RidgeTest.ridge(List.of(5), List.of(0.0), true), 1e-6);
  }

  @Test
  void aWeightOfTwoIsTheRowTwiceLeavingTogether() {
    Rows weighted = Rows.random(30, 2, 1, 10).weighted(11).leaveOneOut(1);
    Rows copied = weighted.copied();
    Ridge ridge = RidgeTest.ridge(List.of(1, 2), List.of(0.0, 1.0), true);

    List<Result> a = ridge.sweep(weighted.engine(), weighted.problem(), Set.of()).results();
    List<Result> b = ridge.sweep(copied.engine(), copied.problem(), Set.of()).results();

    for (int c = 0; c < a.size(); c++) {
      assertThat(RidgeTest.scored(a.get(c)).jCv())
          .isCloseTo(RidgeTest.scored(b.get(c)).jCv(), withinPercentage(1e-7));
      assertThat(RidgeTest.scored(a.get(c)).jTrain())
          .isCloseTo(RidgeTest.scored(b.get(c)).jTrain(), withinPercentage(1e-7));
    }
  }

  @Test
  void theStandardErrorIsOfRows() {
    Rows rows = Rows.random(50, 2, 1, 12).leaveOneOut(1);
    Ridge ridge = RidgeTest.ridge(List.of(2), List.of(0.5), true);
    Swept swept = ridge.sweep(rows.engine(), rows.problem(), Set.of());

    double[] predicted = swept.outOfFold(ridge.candidates().get(0)).predict(rows.block());

    double[] cost = new double[50];
    Arrays.setAll(cost, i -> Math.pow(rows.y[i] - predicted[i], 2) / 2);
    double mean = Arrays.stream(cost).average().orElseThrow();
    double variance = Arrays.stream(cost).map(c -> (c - mean) * (c - mean)).sum() / 49;
    assertThat(RidgeTest.scored(swept.results().get(0)).jCvSe().orElseThrow())
        .isCloseTo(Math.sqrt(variance / 50), withinPercentage(1e-8));
  }

  @Test
  void oneMoreCandidateAndMoreThreadsChangeNothing() {
    Rows rows = Rows.random(120, 3, 1, 13).named(4, 14).leaveOneOut(2);
    Ridge few = RidgeTest.ridge(List.of(1, 2), List.of(0.0, 1.0), true);
    Ridge many = RidgeTest.ridge(List.of(1, 2, 3), List.of(0.0, 0.5, 1.0), true);

    List<Result> a = few.sweep(rows.engine(2, 1), rows.problem(), Set.of()).results();
    List<Result> b = many.sweep(rows.engine(2, 8), rows.problem(), Set.of()).results();

    assertThat(b).containsAll(a);
  }
}
