package tenfold.core.learn.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenfold.core.fold.Folds;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;

/** The sweep against fits made one by one. */
class RidgeTest {

  private static final double[][] SIZE = {
    {2104}, {1600}, {2400}, {1416}, {3000}, {1985}, {1534}, {1427}, {1380}, {1494}
  };
  private static final double[] PRICE = {400, 330, 369, 232, 540, 300, 315, 199, 212, 243};

  static Ridge ridge(List<Integer> degrees, List<Double> lambdas, boolean interactions) {
    return new Ridge(new RidgeGrid(degrees, lambdas, interactions));
  }

  static Outcome.Scored scored(Result result) {
    assertThat(result.outcome()).isInstanceOf(Outcome.Scored.class);
    return (Outcome.Scored) result.outcome();
  }

  static boolean[] where(Rows rows, int repeat, java.util.function.IntPredicate part) {
    boolean[] out = new boolean[rows.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = part.test(rows.part[repeat][i]);
    }
    return out;
  }

  /** Checks every cell of a sweep against the oracle; returns how many were fitted directly. */
  static int compare(Rows rows, Ridge ridge, double relative) {
    Swept swept = ridge.sweep(rows.engine(3, 2), rows.problem(), Set.of("mae"));
    int direct = 0;
    for (Result result : swept.results()) {
      int degree = (Integer) result.candidate().params().get("degree");
      double lambda = (Double) result.candidate().params().get("lambda");
      boolean mixed = (Boolean) result.candidate().params().get("interactions");
      Separate separate = new Separate(rows, degree, mixed);
      Outcome.Scored scored = scored(result);
      direct += scored.notes().isEmpty() ? 0 : 1;
      for (var fold : scored.folds()) {
        boolean[] train =
            where(rows, fold.repeat(), part -> rows.folds().trains(part, fold.fold()));
        boolean[] test = where(rows, fold.repeat(), part -> part == fold.fold());
        Separate.Scores expected = separate.fit(train, train, test, lambda);
        String what = result.candidate().id() + " fold " + fold.fold();
        assertThat(fold.jTrain())
            .as("J_train of " + what)
            .isCloseTo(expected.jTrain(), withinPercentage(100 * relative));
        assertThat(fold.jCv())
            .as("J_cv of " + what)
            .isCloseTo(expected.jCv(), withinPercentage(100 * relative));
        assertThat(fold.metrics().get("mae"))
            .as("mae of " + what)
            .isCloseTo(expected.absolute(), withinPercentage(100 * relative));
        assertThat(fold.metrics().get("rmse"))
            .isCloseTo(Math.sqrt(2 * expected.jCv()), withinPercentage(100 * relative));
      }
    }
    return direct;
  }

  /** Least squares by hand on ten houses: price = 0.179378 size - 14.9799, J = 712.466. */
  @Test
  void tenHousesGiveTheLineFoundByHand() {
    Rows rows =
        new Rows(
            SIZE,
            null,
            PRICE,
            new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
            IntStream.range(0, 10).map(i -> i % 5).toArray());
    Ridge ridge = ridge(List.of(1), List.of(0.0), true);
    Candidate line = ridge.candidates().get(0);

    RidgeModel model =
        (RidgeModel) ridge.sweep(rows.engine(), rows.problem(), Set.of()).refit(line);

    double deviation = model.encoder().numbers().get(0).deviation();
    double slope = model.weights()[0] / deviation;
    double constant = model.bias() - slope * model.encoder().numbers().get(0).mean();
    double[] predicted = model.predict(rows.block());
    double j =
        IntStream.range(0, 10).mapToDouble(i -> Math.pow(predicted[i] - PRICE[i], 2)).sum() / 20;
    assertThat(slope).isCloseTo(0.179378, within(1e-6));
    assertThat(constant).isCloseTo(-14.9799, within(1e-4));
    assertThat(j).isCloseTo(712.466, within(1e-3));
  }

  @Test
  void everyCellIsASeparateFit() {
    Ridge ridge = ridge(List.of(1, 2, 3), List.of(0.0, 0.01, 1.0, 30.0), true);

    int direct = compare(Rows.random(90, 2, 4, 1), ridge, 1e-9);

    assertThat(direct).isZero();
  }

  @Test
  void everyCellIsASeparateFitWithNamesWeightsAndPurePowers() {
    Ridge ridge = ridge(List.of(1, 3), List.of(0.0, 0.5), false);

    int direct = compare(Rows.random(80, 2, 3, 2).named(4, 3).weighted(4), ridge, 1e-9);

    // The levels of a name add up to 1, which is known, and costs no direct fit.
    assertThat(direct).isZero();
  }

  @Test
  void anOrderedFoldTrainsOnThePastAndTheTestPartOnNothing() {
    Rows rows = Rows.random(80, 2, 4, 5);
    Rows timed =
        new Rows(
            rows.x,
            null,
            rows.y,
            rows.weight,
            IntStream.range(0, 80)
                .map(i -> i < 16 ? Folds.NEVER : i % 9 == 0 ? Folds.TEST : i / 16 - 1)
                .toArray());
    timed.ordered = true;

    compare(timed, ridge(List.of(1, 2), List.of(0.0, 1.0), true), 1e-9);
  }

  @Test
  void repeatsAreCutsOfTheirOwnAndTheErrorIsOfOneRepeat() {
    Rows rows = Rows.random(60, 2, 3, 6);
    int[] other = IntStream.range(0, 60).map(i -> i / 20).toArray();
    Rows twice = new Rows(rows.x, null, rows.y, rows.weight, rows.part[0], other);
    Ridge ridge = ridge(List.of(2), List.of(0.1), true);

    compare(twice, ridge, 1e-9);

    Outcome.Scored scored =
        scored(ridge.sweep(twice.engine(), twice.problem(), Set.of()).results().get(0));
    double[] j = scored.folds().stream().mapToDouble(f -> f.jCv()).toArray();
    double mean = Arrays.stream(j).average().orElseThrow();
    double squares = Arrays.stream(j).map(v -> (v - mean) * (v - mean)).sum();
    assertThat(j).hasSize(6);
    assertThat(scored.jCv()).isCloseTo(mean, withinPercentage(1e-10));
    assertThat(scored.jCvSe().orElseThrow())
        .isCloseTo(Math.sqrt(squares / 5 / 3), withinPercentage(1e-10));
  }

  @Test
  void aHoldOutTakesItsErrorFromRows() {
    Rows rows = Rows.random(70, 2, 4, 7);
    int[] part = Arrays.stream(rows.part[0]).map(p -> p == 0 ? 0 : Folds.NEVER).toArray();
    Rows cut = new Rows(rows.x, null, rows.y, rows.weight, part);
    Ridge ridge = ridge(List.of(1, 2), List.of(0.0, 1.0), true);
    compare(cut, ridge, 1e-9);
    Swept swept = ridge.sweep(cut.engine(), cut.problem(), Set.of());

    for (Result result : swept.results()) {
      double[] predicted = swept.outOfFold(result.candidate()).predict(cut.block());
      double[] cost =
          IntStream.range(0, 70)
              .filter(i -> part[i] == 0)
              .mapToDouble(i -> Math.pow(predicted[i] - cut.y[i], 2) / 2)
              .toArray();
      double mean = Arrays.stream(cost).average().orElseThrow();
      double variance =
          Arrays.stream(cost).map(c -> (c - mean) * (c - mean)).sum() / (cost.length - 1);
      assertThat(scored(result).jCv()).isCloseTo(mean, withinPercentage(1e-8));
      assertThat(scored(result).jCvSe().orElseThrow())
          .isCloseTo(Math.sqrt(variance / cost.length), withinPercentage(1e-6));
      assertThat(predicted[1]).as("a row that is never tested").isNaN();
    }
  }

  @Test
  void aWeightOfTwoIsTheRowTwice() {
    Rows weighted = Rows.random(60, 2, 3, 8).named(3, 9).weighted(10);
    Rows copied = weighted.copied();
    Ridge ridge = ridge(List.of(1, 2), List.of(0.0, 0.3), true);

    List<Result> a = ridge.sweep(weighted.engine(), weighted.problem(), Set.of("mae")).results();
    List<Result> b = ridge.sweep(copied.engine(), copied.problem(), Set.of("mae")).results();

    for (int c = 0; c < a.size(); c++) {
      assertThat(scored(a.get(c)).jTrain())
          .isCloseTo(scored(b.get(c)).jTrain(), withinPercentage(1e-8));
      assertThat(scored(a.get(c)).jCv()).isCloseTo(scored(b.get(c)).jCv(), withinPercentage(1e-8));
      for (String metric : List.of("rmse", "mae", "r2")) {
        assertThat(scored(a.get(c)).metrics().get(metric))
            .as(metric)
            .isCloseTo(scored(b.get(c)).metrics().get(metric), withinPercentage(1e-8));
      }
    }
  }

  @Test
  void oneMoreCandidateChangesNoOther() {
    Rows rows = Rows.random(300, 3, 5, 11).named(3, 12);
    Ridge few = ridge(List.of(1, 2), List.of(0.0, 1.0), true);
    Ridge many = ridge(List.of(1, 2, 4), List.of(0.0, 0.5, 1.0), true);

    List<Result> a = few.sweep(rows.engine(2, 2), rows.problem(), Set.of("mae")).results();
    List<Result> b = many.sweep(rows.engine(2, 2), rows.problem(), Set.of("mae")).results();

    assertThat(b).containsAll(a);
  }

  @Test
  void shufflingTheTargetsHeldOutLeavesTheFoldsModelAlone() {
    Rows rows = Rows.random(60, 2, 3, 13);
    double[] y = rows.y.clone();
    for (int i = 2, j = 59; i < j; i += 3, j -= 3) {
      double swap = y[i]; // rows 2, 5, … are fold 2
      y[i] = y[j];
      y[j] = swap;
    }
    Rows shuffled = new Rows(rows.x, null, y, rows.weight, rows.part);
    Ridge ridge = ridge(List.of(2), List.of(0.1), true);
    Candidate only = ridge.candidates().get(0);

    double[] before =
        ridge.sweep(rows.engine(), rows.problem(), Set.of()).outOfFold(only).predict(rows.block());
    double[] after =
        ridge
            .sweep(shuffled.engine(), shuffled.problem(), Set.of())
            .outOfFold(only)
            .predict(rows.block());

    for (int i = 0; i < 60; i++) {
      if (i % 3 == 2) {
        assertThat(after[i]).isEqualTo(before[i]);
      } else {
        assertThat(after[i]).isNotEqualTo(before[i]);
      }
    }
  }

  @Test
  void partitionsMoveNothingButRoundingAndThreadsNothingAtAll() {
    Rows rows = Rows.random(400, 3, 5, 14).named(3, 15).weighted(16);
    Ridge ridge = ridge(List.of(1, 3), List.of(0.0, 1.0), true);
    List<Result> one = ridge.sweep(rows.engine(1, 1), rows.problem(), Set.of("mae")).results();

    for (int partitions : new int[] {2, 8}) {
      List<Result> more =
          ridge.sweep(rows.engine(partitions, 1), rows.problem(), Set.of("mae")).results();
      for (int c = 0; c < one.size(); c++) {
        assertThat(scored(more.get(c)).jCv())
            .isCloseTo(scored(one.get(c)).jCv(), withinPercentage(1e-8));
        assertThat(scored(more.get(c)).jTrain())
            .isCloseTo(scored(one.get(c)).jTrain(), withinPercentage(1e-8));
      }
      for (int threads : new int[] {2, 8}) {
        assertThat(
                ridge
                    .sweep(rows.engine(partitions, threads), rows.problem(), Set.of("mae"))
                    .results())
            .isEqualTo(more);
      }
    }
  }

  @Test
  void aRebuiltModelPredictsTheSameBytesInAnyBlocks() {
    Rows rows = Rows.random(700, 3, 4, 17).named(3, 18);
    Ridge ridge = ridge(List.of(3), List.of(0.1), true);
    RidgeModel model =
        (RidgeModel)
            ridge.sweep(rows.engine(), rows.problem(), Set.of()).refit(ridge.candidates().get(0));

    RidgeModel rebuilt =
        new RidgeModel(
            model.encoder(),
            new RidgeModel.Settings(model.degree(), model.lambda(), model.interactions()),
            model.bias(),
            model.weights());

    double[] whole = model.predict(rows.block());
    assertThat(rebuilt.predict(rows.block())).isEqualTo(whole);
    assertThat(rebuilt.predict(rows.block(101, 308)))
        .isEqualTo(Arrays.copyOfRange(whole, 101, 308));
    assertThat(model.terms()).hasSize(model.weights().length).contains("name=level1", "x0^2*x2");
  }
}
