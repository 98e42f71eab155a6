package tenfold.core.learn.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.data.Feature;
import tenfold.core.data.Fitted;
import tenfold.core.data.Kind;
import tenfold.core.data.RawTable;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Importance;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Tables;
import tenfold.core.sweep.TooLarge;

class BoostFamilyTest {

  private static BoostFamily family(int rounds) {
    List<Double> one = List.of(1.0);
    return new BoostFamily(
        new BoostGrid(
            List.of(rounds), List.of(3), List.of(0.3), one, one, one, OptionalInt.empty()));
  }

  private static Swept sweep(Rows rows) {
    Posed posed = Posed.of(rows, Way.OWN);
    return family(30).sweep(posed.engine(1), posed.problem(), Set.of());
  }

  private static Scored scored(Swept swept) {
    return (Scored) swept.results().get(0).outcome();
  }

  /** Rows of a signal and noise, in three folds. */
  private static Rows rows(int n, Answer answer) {
    Random random = new Random(7);
    double[][] x = new double[n][2];
    Object[] y = new Object[n];
    for (int i = 0; i < n; i++) {
      x[i] = new double[] {random.nextInt(6), random.nextGaussian()};
      y[i] = answer.of(x[i]);
    }
    return Rows.numbers(x, y);
  }

  private interface Answer {
    Object of(double[] x);
  }

  @Test
  void severalClassesHaveProbabilities() {
    Rows rows = rows(120, x -> "c" + (int) x[0] / 2);
    Swept swept = sweep(rows);

    assertThat(scored(swept).jCv()).isZero();
    Fitted model = swept.refit(swept.results().get(0).candidate());
    assertThat(model.classes()).containsExactly("c0", "c1", "c2");
    Block block = rows.together().get(0).get(0);
    double[] predicted = model.predict(block);
    for (int i = 0; i < block.rows(); i++) {
      double[] its = Arrays.copyOfRange(predicted, 3 * i, 3 * i + 3);
      assertThat(Arrays.stream(its).sum()).isCloseTo(1, within(1e-6));
      assertThat(its[(int) block.numbers(0)[i] / 2]).isGreaterThan(0.9);
    }
  }

  /** Were missing filled in, nothing would tell these classes apart. */
  @Test
  void missingNumbersStayMissing() {
    Random random = new Random(1);
    Rows rows =
        rows(120, x -> x[0] < 3 ? "known" : "unknown")
            .map(
                line ->
                    line.withX(
                        Arrays.asList(
                            line.y().equals("known") ? (Object) random.nextGaussian() : null,
                            line.x().get(1))));

    assertThat(scored(sweep(rows)).jCv()).isZero();
  }

  @Test
  void missingNamesAreALevelOfTheirOwn() {
    Rows numbers = rows(120, x -> x[0] < 2 ? "a" : "b");
    List<Rows.Line> lines = new ArrayList<>();
    for (Rows.Line line : numbers.lines()) {
      String name = line.y().equals("a") ? null : "level" + line.x().get(0);
      lines.add(line.withX(Arrays.asList(name, line.x().get(1))));
    }
    Rows rows =
        Rows.of(List.of(new Feature("name", Kind.NAME), new Feature("b", Kind.NUMBER)), lines);

    assertThat(scored(sweep(rows)).jCv()).isZero();
  }

  @Test
  void aRowOfWeightTwoIsTheRowTwice() {
    Random random = new Random(3);
    Rows rows = rows(90, x -> x[0] + x[1] + random.nextGaussian());
    Rows heavy = rows.map(l -> l.withWeight(l.id() % 4 == 0 ? 2 : 1)).weighted();
    List<Rows.Line> more = new ArrayList<>(rows.lines());
    rows.lines().stream().filter(l -> l.id() % 4 == 0).forEach(more::add);

    Scored weighted = scored(sweep(heavy));
    Scored twice = scored(sweep(Rows.of(rows.schema().features(), more)));

    assertThat(weighted.jTrain()).isCloseTo(twice.jTrain(), within(1e-5));
    assertThat(weighted.jCv()).isCloseTo(twice.jCv(), within(1e-5));
    assertThat(weighted.jCv()).isNotCloseTo(scored(sweep(rows)).jCv(), within(1e-3));
  }

  /** Single precision has seven digits; what is learned are the targets' distances. */
  @Test
  void targetsFarFromZeroKeepTheirDigits() {
    Rows rows = rows(120, x -> x[0] + x[1] / 8);
    Rows far = rows.map(line -> line.withY((Double) line.y() + 1e9));

    assertThat(scored(sweep(far)).jCv()).isCloseTo(scored(sweep(rows)).jCv(), within(1e-4));
  }

  @Test
  void numbersBeyondSinglePrecisionAreTheLargest() {
    Rows rows =
        rows(120, x -> x[0] < 3 ? "low" : "high")
            .map(line -> line.withX(List.of(((Double) line.x().get(0) - 2.5) * 1e300, 0.0)));

    assertThat(scored(sweep(rows)).jCv()).isZero();
  }

  @Test
  void whatXGBoostRefusesIsAFailedCandidate() {
    Rows rows = rows(60, x -> x[0]).map(line -> line.withWeight(1e300)).weighted();

    assertThat(sweep(rows).results())
        .extracting(Result::outcome)
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.reason()).startsWith("fold 0: XGBoost: "));
  }

  @Test
  void importanceIsTheShareOfWhatSplitsGained() {
    Swept swept = sweep(rows(120, x -> 10 * x[0] + x[1]));
    Candidate candidate = swept.results().get(0).candidate();
    swept.refit(candidate);

    List<Importance> importance = swept.importance(candidate);

    assertThat(importance).extracting(Importance::feature).containsExactly("x0", "x1");
    assertThat(importance.get(0).share()).isBetween(0.9, 1.0);
    assertThat(importance.stream().mapToDouble(Importance::share).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(importance).allMatch(i -> i.permutation().isEmpty());
  }

  /** Two repeats of two folds: only the first repeat's rows are predicted out of fold. */
  @Test
  void predictionsOfLaterRepeatsAreNotKept() {
    Posed posed = Posed.of(rows(60, x -> x[0]), Way.REPEATED);
    Cutting cutting = Cutting.of(posed.problem().folds());
    BoostPieces pieces =
        new BoostPieces(
            List.of(new Growing(2, 0.3, 1, 1, 1)),
            List.of(1, 3),
            BoostPieces.ENDLESS,
            cutting,
            tenfold.core.sweep.Keep.PREDICTIONS,
            new Seed(1));
    RawTable table = Tables.raw(posed.engine(1), posed.problem()).table();

    assertThat(IntStream.range(0, cutting.count()))
        .extracting(cut -> pieces.fit(table, cut).predictions().size())
        .containsExactly(2, 2, 0, 0);
  }

  /** 2 ways to grow on 10 folds. */
  @Test
  void oneBoosterPaysForAllRounds() {
    List<Double> one = List.of(1.0);
    BoostFamily family =
        new BoostFamily(
            new BoostGrid(
                List.of(50, 100, 200), List.of(3, 6), one, one, one, one, OptionalInt.empty()));

    Cost cost = family.cost(new Shape(1000, 4, 6, 2, 10, 1, 10, false, 0, 0));

    assertThat(cost.candidates()).isEqualTo(6);
    assertThat(cost.models()).isEqualTo(60);
    assertThat(cost.fits()).isEqualTo(20);
    assertThat(cost.passes()).isEqualTo(2);
    assertThat(cost.driverBytes()).isEqualTo(1000 * (6 * 4 + 8 + 4) + 6 * 1000 * 8);
  }

  @Test
  void severalClassesGrowATreeEachInEveryRound() {
    Cost two = family(50).cost(new Shape(1000, 4, 6, 2, 10, 1, 10, false, 2, 0));
    Cost five = family(50).cost(new Shape(1000, 4, 6, 2, 10, 1, 10, false, 5, 0));

    assertThat(five.taskBytes() - two.taskBytes()).isEqualTo(4 * 40 * 1000);
    assertThat(five.driverBytes() - two.driverBytes()).isEqualTo(3 * 8 * 1000);
  }

  /** Numbers of rounds whose predictions no heap holds: the winner's are had again. */
  @Test
  void whatIsNotKeptIsNotCounted() {
    List<Double> one = List.of(1.0);
    List<Integer> rounds = IntStream.rangeClosed(1, 1000).boxed().toList();
    BoostFamily family =
        new BoostFamily(new BoostGrid(rounds, List.of(1), one, one, one, one, OptionalInt.empty()));

    Cost cost = family.cost(new Shape(1_000_000_000, 1, 0, 0, 10, 1, 10, false, 0, 0));

    assertThat(cost.driverBytes()).isEqualTo(1_000_000_000L * (4 + 8 + 4 + 8));
  }

  @Test
  void moreValuesThanAnArrayHoldsAreRefused() {
    assertThatThrownBy(() -> family(1).cost(new Shape(30_000_000, 100, 0, 0, 5, 1, 5, false, 0, 0)))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("30,000,000 rows of 100 encoded columns");
  }
}
