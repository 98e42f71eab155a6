package tenfold.core.learn.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenfold.core.learn.terms.Around;
import tenfold.core.learn.terms.Parting;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.ThreadEngine;

/** Cells that sums of products cannot answer, against separate fits in 60 digits. */
class DirectTest {

  /** So little that, in 60 digits, it only picks the solution of minimum norm. */
  private static final double NEXT_TO_NOTHING = 1e-21;

  /** So little that rounding is all it could magnify, up to so much that it matters. */
  static final List<Double> TINY = List.of(0.0, 1e-14, 1e-12, 1e-10, 1e-8, 1e-6);

  /**
   * Compares a sweep with separate fits, at lambda 0 of minimum norm; J may be off by a share or a
   * bit.
   */
  private static void compareMinimumNorm(Rows rows, Ridge ridge, double relative, double bit) {
    Swept swept = ridge.sweep(rows.engine(2, 2), rows.problem(), Set.of());
    for (Result result : swept.results()) {
      int degree = (Integer) result.candidate().params().get("degree");
      double lambda = Math.max(NEXT_TO_NOTHING, (Double) result.candidate().params().get("lambda"));
      Separate separate = new Separate(rows, degree, true);
      for (var fold : RidgeTest.scored(result).folds()) {
        boolean[] train = RidgeTest.where(rows, 0, part -> part != fold.fold());
        boolean[] test = RidgeTest.where(rows, 0, part -> part == fold.fold());
        Separate.Scores expected = separate.fit(train, train, test, lambda);
        assertThat(fold.jTrain())
            .as("J_train of %s fold %d", result.candidate().id(), fold.fold())
            .isCloseTo(expected.jTrain(), within(bit + relative * expected.jTrain()));
        assertThat(fold.jCv())
            .as("J_cv of %s fold %d", result.candidate().id(), fold.fold())
            .isCloseTo(expected.jCv(), within(bit + relative * expected.jCv()));
      }
    }
  }

  private static Rows curve(int n, double noise) {
    Random random = new Random(1);
    double[][] x = new double[n][1];
    double[] y = new double[n];
    double[] one = new double[n];
    for (int i = 0; i < n; i++) {
      x[i][0] = 1000 + 10 * i / (double) n;
      y[i] = Math.sin(i * 9.0 / n) + noise * random.nextGaussian();
      one[i] = 1;
    }
    return new Rows(x, null, y, one, IntStream.range(0, n).map(i -> i % 4).toArray());
  }

  @Test
  void degreeTenOfOneColumnIsFittedDirectlyWhereMomentsLoseIt() {
    Ridge ridge = RidgeTest.ridge(List.of(2, 10, 14), List.of(0.0, 1e-9, 1.0), true);

    int direct = RidgeTest.compare(curve(80, 0.1), ridge, 1e-6);

    assertThat(direct).isBetween(1, 8);
  }

  @Test
  void aTargetWithoutNoiseKeepsItsTinyJ() {
    Rows rows = curve(80, 0);
    Swept swept =
        RidgeTest.ridge(List.of(16), List.of(0.0), true)
            .sweep(rows.engine(), rows.problem(), Set.of());

    Outcome.Scored scored = RidgeTest.scored(swept.results().get(0));

    // The sine is this far from its best polynomial; moments alone stop near 1e-14.
    Separate separate = new Separate(rows, 16, true);
    boolean[] train = RidgeTest.where(rows, 0, part -> part != 0);
    double expected =
        separate.fit(train, train, RidgeTest.where(rows, 0, part -> part == 0), 0).jTrain();
    assertThat(expected).isLessThan(1e-15);
    assertThat(scored.folds().get(0).jTrain()).isCloseTo(expected, withinPercentage(1));
    assertThat(scored.notes())
        .containsExactly("fitted directly: moments kept fewer than 8 digits of J in 4 of 4 fits");
  }

  @Test
  void allButCollinearColumnsKeepTheirJ() {
    Rows rows = Rows.random(60, 3, 3, 2);
    Random random = new Random(3);
    for (double[] x : rows.x) {
      x[1] = x[0] + 1e-6 * random.nextGaussian();
    }

    int direct = RidgeTest.compare(rows, RidgeTest.ridge(List.of(1), List.of(0.0), true), 1e-6);

    assertThat(direct).isEqualTo(1);
  }

  @Test
  void aRepeatedColumnSharesItsWeight() {
    Rows rows = Rows.random(60, 3, 3, 4);
    for (double[] x : rows.x) {
      x[1] = 3 - 2 * x[0];
    }
    Ridge ridge = RidgeTest.ridge(List.of(1, 2), List.of(0.0), true);

    compareMinimumNorm(rows, ridge, 1e-7, 0);

    RidgeModel model =
        (RidgeModel)
            ridge.sweep(rows.engine(), rows.problem(), Set.of()).refit(ridge.candidates().get(0));
    assertThat(model.weights()[1]).isCloseTo(-model.weights()[0], withinPercentage(1e-6));
  }

  @Test
  void theSquareOfATwoValuedColumnIsNothingNew() {
    Rows rows = Rows.random(60, 2, 3, 5);
    for (int i = 0; i < rows.size(); i++) {
      rows.x[i][1] = i % 7 < 3 ? 1 : 0;
    }

    compareMinimumNorm(rows, RidgeTest.ridge(List.of(1, 2, 3), List.of(0.0), true), 1e-7, 0);
  }

  /** A 0/1 column repeats a level, but for the rows held out by fold 0: rounding shows there. */
  @Test
  void aDirectionWithoutRowsHasNoWeightAtAnyLambda() {
    Rows rows = Rows.random(60, 2, 3, 21).named(4, 22);
    for (int i = 0; i < rows.size(); i++) {
      boolean trains = rows.part[0][i] != 0;
      rows.x[i][1] = rows.level[i].equals("level0") == trains ? 1 : 0;
    }

    compareMinimumNorm(rows, RidgeTest.ridge(List.of(1, 2), TINY, true), 1e-9, 0);
  }

  /** The levels seen add up to 1, a direction without weight, in which rows held out do lie. */
  @Test
  void aLevelOnlyHeldOutBesideCollinearColumnsKeepsItsDigits() {
    for (double off : new double[] {1e-3, 3e-4, 1e-4, 1e-6}) {
      Rows rows = Rows.random(60, 3, 4, 2).named(4, 3);
      Random random = new Random(2);
      for (int i = 0; i < rows.size(); i++) {
        rows.x[i][1] = rows.x[i][0] + off * random.nextGaussian();
        rows.level[i] = i % 8 == 0 ? "unseen" : rows.level[i];
      }

      compareMinimumNorm(rows, RidgeTest.ridge(List.of(1), TINY, true), 5e-9, 0);
    }
  }

  @Test
  void moreTermsThanRowsPassThroughAllOfThem() {
    Rows rows = Rows.random(24, 3, 4, 6).named(3, 7);

    compareMinimumNorm(rows, RidgeTest.ridge(List.of(3), List.of(0.0), true), 1e-7, 1e-20);
  }

  @Test
  void columnsWithoutVarianceInAFoldHaveNoWeightThere() {
    Rows rows = Rows.random(40, 3, 4, 8).named(3, 9);
    for (int i = 0; i < rows.size(); i++) {
      rows.x[i][1] = 7; // constant everywhere
      rows.x[i][2] = i == 5 ? 4 : 2; // constant but in fold 1
      rows.level[i] = i == 6 ? "once" : rows.level[i]; // not there without fold 2
    }

    RidgeTest.compare(rows, RidgeTest.ridge(List.of(1), List.of(0.5), true), 1e-9);
    compareMinimumNorm(rows, RidgeTest.ridge(List.of(1, 2), List.of(0.0), true), 1e-7, 0);
  }

  @Test
  void threadsAndPassesOfADirectFit() {
    Rows rows = curve(200, 0.1);
    Ridge ridge = RidgeTest.ridge(List.of(1, 12), List.of(0.0, 1.0), true);
    ThreadEngine one = rows.engine(3, 1);
    ThreadEngine eight = rows.engine(3, 8);

    List<Result> a = ridge.sweep(one, rows.problem(), Set.of()).results();
    List<Result> b = ridge.sweep(eight, rows.problem(), Set.of()).results();

    assertThat(b).isEqualTo(a);
    assertThat(one.passes()).isEqualTo(2);
  }

  @Test
  void termsTooLargeToBeSquaredFailTheirDegreeOnly() {
    Rows rows = curve(20, 0.1);
    rows.x[3][0] = 1e6;

    List<Result> results =
        RidgeTest.ridge(List.of(1, 500), List.of(1.0), true)
            .sweep(rows.engine(), rows.problem(), Set.of())
            .results();

    assertThat(results.get(0).outcome()).isInstanceOf(Outcome.Scored.class);
    assertThat(results.get(1).outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class, f -> assertThat(f.reason()).contains("too large"));
  }

  /** Ill-conditioned in one of three ways, more or less so. */
  private static Rows illConditioned(Random random, int degree) {
    Rows rows = Rows.random(random.nextBoolean() ? 60 : 1000, degree > 3 ? 1 : 3, 4, 1);
    double off = Math.pow(10, -1 - 5 * random.nextDouble());
    double noise = Math.pow(10, -4 * random.nextDouble());
    for (int i = 0; i < rows.size(); i++) {
      double[] x = rows.x[i];
      x[0] = random.nextDouble() < 0.5 ? 0 : random.nextDouble();
      x[0] = degree > 3 ? random.nextDouble() : x[0];
      if (degree <= 3) {
        x[1] = x[0] - x[2] / 9 + off * random.nextGaussian();
      }
      rows.y[i] = 50 + Math.sin(3 * x[0]) + noise * random.nextGaussian();
    }
    return rows;
  }

  @Test
  void whatMomentsAnswerIsRightToEightDigits() {
    Random random = new Random(11);
    int safe = 0;
    int lost = 0;
    for (int trial = 0; trial < 60; trial++) {
      int degree = new int[] {1, 2, 3, 5, 8, 12}[trial % 6];
      Rows rows = illConditioned(random, degree);
      Terms terms = new Terms(0, rows.x[0].length, degree, Terms.Mixing.ALL);
      int p = terms.count();
      Parting parting = new Parting.ByFold(rows.folds());
      Moments moments = rows.engine().aggregate(new MomentsPass(rows.problem(), terms, parting));
      Factors factors =
          rows.engine().aggregate(new FactorsPass(rows.problem(), terms, List.of(degree), parting));
      Around<double[]> sums = new Around<>(rows.folds(), moments::gram, Moments::plus);
      double[] whole = Columns.variances(sums.all(), p + 2, p, new double[p]);
      double[] r =
          new Around<>(
                  rows.folds(), part -> factors.r(0, part), (a, b) -> Factors.stack(a, b, p + 2))
              .training(0);
      FactorFit direct = FactorFit.of(r, p, whole, new int[0], Optional.empty());
      HeldOut score =
          new HeldOut(
              GramFit.of(sums.training(0), p + 2, p, whole, new int[0]), moments.gram(0), p + 2);
      for (double lambda : new double[] {0, 1e-6, 1e-2}) {
        Cell cell = score.score(lambda);
        double[] held = factors.r(0, 0);
        double jCv = FactorFit.squares(held, direct.basis().beta(lambda)) / (2 * held[0] * held[0]);
        double jTrain = direct.squares(lambda) / (2 * direct.basis().columns().weight());
        boolean right =
            Math.abs(cell.jCv() - jCv) <= 1e-8 * jCv
                && Math.abs(cell.jTrain() - jTrain) <= 1e-8 * jTrain;
        if (cell.path() == Cell.Path.MOMENTS) {
          safe++;
          assertThat(right).as("degree %d, lambda %s, trial %d", degree, lambda, trial).isTrue();
        }
        lost += right ? 0 : 1;
      }
    }
    // Both kinds were there to be told apart.
    assertThat(safe).isGreaterThan(60);
    assertThat(lost).isGreaterThan(10);
  }
}
