package tenfold.core.learn.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Task;
import tenfold.core.fold.Folds;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;
import tenfold.core.sweep.FoldScore;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;

class LogisticSweepTest {

  private static final List<Double> LAMBDAS = List.of(0.1, 1.0, 10.0);

  private static LogisticGrid grid(int degree, ClassWeight classWeight) {
    return new LogisticGrid(List.of(degree), LAMBDAS, true, classWeight);
  }

  private static Swept sweep(LogisticGrid grid, Posed posed, int threads) {
    return new LogisticFamily(grid).sweep(posed.engine(threads), posed.problem(), Set.of());
  }

  private static Scored scored(Swept swept, int c) {
    Outcome outcome = swept.results().get(c).outcome();
    assertThat(outcome).isInstanceOf(Scored.class);
    return (Scored) outcome;
  }

  /** Every lambda on every fold scores as a model that was fitted alone. */
  @Property
  void everyModelIsOneFittedAlone(
      @ForAll Way way, @ForAll ClassWeight classWeight, @ForAll long seed) {
    Assume.that(!way.outOfBag());
    Random random = new Random(seed);
    Posed posed = Posed.learnable(random, Task.CLASSIFICATION, way);
    int degree = 1 + random.nextInt(2);
    Swept swept = sweep(grid(degree, classWeight), posed, 2);
    Folds folds = posed.problem().folds();
    boolean balanced = classWeight == ClassWeight.BALANCED;
    IntPredicate all = part -> part != Folds.TEST;
    for (int c = 0; c < LAMBDAS.size(); c++) {
      Scored scored = scored(swept, c);
      for (FoldScore score : scored.folds()) {
        SlowLogistic slow = new SlowLogistic(posed, score.repeat(), degree);
        IntPredicate train = part -> folds.trains(part, score.fold());
        double expected =
            slow.logLoss(
                train, part -> part == score.fold(), slow.scales(train), LAMBDAS.get(c), balanced);
        assertThat(score.metrics().get("log_loss")).isCloseTo(expected, within(1e-6 * expected));
      }
      if (folds.leaveOneOut()) {
        SlowLogistic slow = new SlowLogistic(posed, 0, degree);
        double loss = 0;
        double weight = 0;
        for (int u = 0; posed.weight(0, partIs(u)) > 0; u++) {
          int unit = u;
          double its = posed.weight(0, partIs(u));
          loss +=
              its
                  * slow.logLoss(
                      part -> part != Folds.TEST && part != unit,
                      partIs(u),
                      slow.scales(all),
                      LAMBDAS.get(c),
                      balanced);
          weight += its;
        }
        double expected = loss / weight;
        assertThat(scored.metrics().get("log_loss")).isCloseTo(expected, within(1e-6 * expected));
      }
      assertThat(scored.notes()).isEmpty();
      for (int f = 0; f < folds.folds() && !folds.leaveOneOut(); f++) {
        int fold = f; // of the first repeat
        OutOfFold outOfFold = swept.outOfFold(swept.results().get(c).candidate());
        Posed.checkProbable(
            scored.folds().get(f).metrics(),
            posed.slowMetrics(outOfFold::predict, 0, part -> part == fold));
      }
      posed.checkOutOfFold(swept.outOfFold(swept.results().get(c).candidate()), scored);
    }
  }

  private static IntPredicate partIs(int unit) {
    return part -> part == unit;
  }

  /** Areas under curves, and all else, are of the predictions out of fold. */
  @Property
  void areasAreThoseOfThePredictions(@ForAll Way way, @ForAll long seed) {
    Assume.that(!way.outOfBag());
    Posed posed = Posed.learnable(new Random(seed), Task.CLASSIFICATION, way);
    Swept swept = sweep(grid(1, ClassWeight.NONE), posed, 2);
    for (int c = 0; c < LAMBDAS.size(); c++) {
      Scored scored = scored(swept, c);
      var outOfFold = swept.outOfFold(swept.results().get(c).candidate());
      for (FoldScore fold : scored.folds()) {
        if (fold.repeat() == 0) {
          Posed.checkProbable(
              fold.metrics(),
              posed.slowMetrics(outOfFold::predict, 0, part -> part == fold.fold()));
        }
      }
    }
  }

  /** Many probabilities are sorted where someone asks for it only. */
  @Test
  void areasOfManyRowsAreForTheAsking() {
    Random random = new Random(3);
    double[][] x = new double[6000][1];
    Object[] y = new Object[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i][0] = random.nextGaussian();
      y[i] = x[i][0] + random.nextGaussian() > 0 ? "b" : "a";
    }
    Posed posed = Posed.of(Rows.numbers(x, y), Way.OWN);
    LogisticGrid grid =
        new LogisticGrid(
            List.of(1),
            IntStream.range(0, 100).mapToObj(i -> 1.0 + i).toList(),
            true,
            ClassWeight.NONE);
    LogisticFamily family = new LogisticFamily(grid);
    Swept unasked = family.sweep(posed.engine(2), posed.problem(), Set.of("j"));
    Swept asked = family.sweep(posed.engine(2), posed.problem(), Set.of("roc_auc"));
    assertThat(scored(unasked, 7).metrics()).doesNotContainKey("roc_auc").containsKey("log_loss");
    assertThat(scored(asked, 7).metrics()).containsKeys("roc_auc", "pr_auc");
    assertThat(scored(asked, 7).jCv()).isEqualTo(scored(unasked, 7).jCv());
  }

  /** What is fitted at the end is the model of all training rows. */
  @Property
  void theRefitIsTheModelOfAllRows(@ForAll long seed) {
    Random random = new Random(seed);
    Posed posed = Posed.learnable(random, Task.CLASSIFICATION, Way.SEALED);
    Swept swept = sweep(grid(1, ClassWeight.NONE), posed, 1);
    SlowLogistic slow = new SlowLogistic(posed, 0, 1);
    IntPredicate all = part -> part != Folds.TEST;
    for (int c = 0; c < LAMBDAS.size(); c++) {
      double expected = slow.logLoss(all, all, slow.scales(all), LAMBDAS.get(c), false);
      var model = swept.refit(swept.results().get(c).candidate());
      double found = posed.mean(model::predict, 0, all, (p, truth) -> -Math.log(p[(int) truth]));
      assertThat(found).isCloseTo(expected, within(1e-6 * expected));
    }
  }

  /** The same bytes with one thread and three. */
  @Property
  void threadsChangeNothing(@ForAll Way way, @ForAll long seed) {
    Assume.that(!way.outOfBag());
    Posed posed = Posed.learnable(new Random(seed), Task.CLASSIFICATION, way);
    List<Result> one = sweep(grid(1, ClassWeight.NONE), posed, 1).results();
    assertThat(sweep(grid(1, ClassWeight.NONE), posed, 3).results()).isEqualTo(one);
  }

  /** Classes under other names, in another order, have the same probabilities. */
  @Property
  void relabellingPermutesProbabilities(@ForAll long seed) {
    Random random = new Random(seed);
    Rows rows = Rows.random(random, Task.CLASSIFICATION, 40);
    Rows other = rows.map(line -> line.withY("d" + (9 - ((String) line.y()).charAt(1) + '0')));
    Posed posed = Posed.learnable(rows, Way.OWN, new Random(seed));
    Posed relabelled = Posed.learnable(other, Way.OWN, new Random(seed));
    LogisticGrid grid = grid(1, ClassWeight.NONE);
    Swept swept = sweep(grid, posed, 1);
    Swept again = sweep(grid, relabelled, 1);
    for (int c = 0; c < LAMBDAS.size(); c++) {
      var candidate = swept.results().get(c).candidate();
      var expected = posed.byId(swept.outOfFold(candidate)::predict);
      var found = relabelled.byId(again.outOfFold(candidate)::predict);
      expected.forEach(
          (id, p) -> {
            int k = p.size();
            for (int i = 0; i < k; i++) {
              assertThat(found.get(id).get(k - 1 - i)).isCloseTo(p.get(i), within(1e-7));
            }
          });
    }
  }

  /** A weight of 2 is the row twice. */
  @Property
  void aWeightOfTwoIsTheRowTwice(@ForAll long seed) {
    Rows rows = Rows.random(new Random(seed), Task.CLASSIFICATION, 30);
    Rows twice =
        new Rows(
            rows.schema(),
            rows.extras(),
            rows.lines().stream().flatMap(line -> List.of(line, line).stream()).toList());
    Posed heavy =
        Posed.learnable(rows.weighted().map(line -> line.withWeight(2)), Way.OWN, new Random(seed));
    Posed doubled = Posed.learnable(twice, Way.OWN, new Random(seed));
    Swept one = sweep(grid(1, ClassWeight.NONE), heavy, 1);
    Swept two = sweep(grid(1, ClassWeight.NONE), doubled, 1);
    for (int c = 0; c < LAMBDAS.size(); c++) {
      double expected = scored(two, c).metrics().get("log_loss");
      assertThat(scored(one, c).metrics().get("log_loss"))
          .isCloseTo(expected, within(1e-6 * expected));
    }
  }

  @Test
  void separableRowsWithoutPenaltyAreNamed() {
    Rows rows =
        Rows.numbers(
            new double[][] {{1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}},
            "a",
            "a",
            "a",
            "a",
            "a",
            "a",
            "b",
            "b",
            "b",
            "b",
            "b",
            "b");
    Posed posed = Posed.of(rows, Way.OWN);
    LogisticGrid grid = new LogisticGrid(List.of(1), List.of(0.0, 1.0), true, ClassWeight.NONE);
    Swept swept = sweep(grid, posed, 1);
    assertThat(scored(swept, 0).notes()).anyMatch(note -> note.startsWith("the classes can be"));
    assertThat(scored(swept, 0).notes())
        .anyMatch(note -> note.startsWith("the model of all rows separates the classes"));
    assertThat(scored(swept, 0).jTrain()).isZero();
    assertThat(scored(swept, 1).notes()).isEmpty();
  }

  /** More weights than second derivatives are kept for. */
  @Test
  void manyWeightsConverge() {
    Random random = new Random(5);
    double[][] x = new double[90][Room.USUAL.weights() + 20];
    Object[] y = new Object[x.length];
    for (int i = 0; i < x.length; i++) {
      Arrays.setAll(x[i], j -> random.nextGaussian());
      y[i] = x[i][0] + random.nextGaussian() > 0 ? "b" : "a";
    }
    Posed posed = Posed.of(Rows.numbers(x, y), Way.OWN);
    Swept swept = sweep(grid(1, ClassWeight.NONE), posed, 2);
    IntPredicate train = part -> part != 1;
    SlowLogistic slow = new SlowLogistic(posed, 0, 1);
    for (int c = 0; c < LAMBDAS.size(); c++) {
      Scored scored = scored(swept, c);
      assertThat(scored.notes()).isEmpty();
      if (c == 1) {
        double expected =
            slow.logLoss(train, part -> part == 1, slow.scales(train), LAMBDAS.get(c), false);
        assertThat(scored.folds().get(1).metrics().get("log_loss"))
            .isCloseTo(expected, within(1e-6 * expected));
      }
    }
  }

  /** A row far out, whose column is 14.1 scaled: beyond degree 134 its squares are no numbers. */
  private static Posed farOut() {
    Random random = new Random(7);
    double[][] x = new double[200][1];
    Object[] y = new Object[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i][0] = i == 0 ? 1e9 : random.nextGaussian();
      y[i] = i < 4 ? "b" : "a";
    }
    return Posed.of(Rows.numbers(x, y), Way.OWN);
  }

  private static void checkFailsAlone(int degree, String reason, Posed posed) {
    List<Double> lambdas = List.of(1.0, 10.0);
    LogisticGrid both = new LogisticGrid(List.of(1, degree), lambdas, false, ClassWeight.BALANCED);
    LogisticGrid lower = new LogisticGrid(List.of(1), lambdas, false, ClassWeight.BALANCED);
    Swept swept = sweep(both, posed, 2);
    List<Result> results = swept.results();
    assertThat(results.subList(0, 2)).isEqualTo(sweep(lower, posed, 2).results());
    assertThat(results.subList(2, 4))
        .extracting(Result::outcome)
        .containsOnly(new Outcome.Failed(reason));
    assertThatThrownBy(() -> swept.refit(results.get(2).candidate()))
        .hasMessage(results.get(2).candidate().id() + " failed: " + reason);
  }

  @Test
  void aDegreeWhoseSquaresOverflowFailsAlone() {
    checkFailsAlone(
        200, "term number 135 of the polynomial is too large for its square to be held", farOut());
  }

  /** The row's square can be held, but not times the 25 by which its class is balanced. */
  @Test
  void aDegreeWhoseSecondDerivativesOverflowFailsAlone() {
    checkFailsAlone(134, "second derivatives of the cost are not finite", farOut());
  }
}
