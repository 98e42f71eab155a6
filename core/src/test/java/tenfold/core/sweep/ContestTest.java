package tenfold.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tenfold.core.data.Block;
import tenfold.core.data.Task;
import tenfold.core.fold.Folds;
import tenfold.core.learn.logistic.ClassWeight;
import tenfold.core.learn.logistic.LogisticFamily;
import tenfold.core.learn.logistic.LogisticGrid;
import tenfold.core.learn.ridge.Ridge;
import tenfold.core.learn.ridge.RidgeGrid;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.TreeFamily;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.metric.Confusion;
import tenfold.core.sweep.Contender.Standing;
import tenfold.core.sweep.Outcome.Scored;

/** Families beside each other: a linear one and trees. */
class ContestTest {

  private static final Choice BY_J = new Choice("j", Choice.Rule.BEST);

  private static List<Family> families(Task task) {
    TreeGrid trees =
        new TreeGrid(
            List.of(Impurity.ENTROPY), List.of(1, 2, 4), List.of(0.0), List.of(2), List.of(255));
    List<Double> lambdas = List.of(0.1, 1.0);
    Family linear =
        task == Task.REGRESSION
            ? new Ridge(new RidgeGrid(List.of(1), lambdas, true))
            : new LogisticFamily(new LogisticGrid(List.of(1), lambdas, true, ClassWeight.NONE));
    return List.of(linear, new TreeFamily(trees, task));
  }

  private record Swum(
      SweptFamilies swept, List<Result> ranking, Result winner, List<Contender> contest) {}

  private static Swum sweep(Posed posed, Task task, Choice choice) {
    Engine engine = posed.engine(2);
    SweptFamilies swept =
        SweptFamilies.of(families(task), engine, posed.problem(), Set.of(choice.by()));
    Selection selection = new Selection(choice, swept::compareComplexity);
    List<Result> ranking = selection.ranking(swept.results());
    Result winner = selection.winner(swept.results());
    return new Swum(
        swept,
        ranking,
        winner,
        new Contest(choice, engine, posed.problem(), swept).of(ranking, winner));
  }

  /** The best of each family against the best, with the standard error worked out by hand. */
  @Property(tries = 60)
  void differencesArePaired(
      @ForAll Way way, @ForAll Task task, @ForAll Choice.Rule rule, @ForAll long seed) {
    Assume.that(!way.outOfBag());
    Posed posed = Posed.learnable(new Random(seed), task, way);
    Swum swum = sweep(posed, task, new Choice("j", rule));

    assertThat(swum.contest()).hasSize(2);
    Contender leader = swum.contest().get(0);
    Contender other = swum.contest().get(1);
    assertThat(leader.candidate()).isEqualTo(swum.winner().candidate());
    assertThat(leader.standing()).isEqualTo(Standing.WINNER);
    assertThat(leader.difference()).isZero();
    assertThat(other.candidate().model()).isNotEqualTo(leader.candidate().model());
    double best =
        swum.ranking().stream()
            .filter(r -> r.candidate().model().equals(other.candidate().model()))
            .mapToDouble(r -> ((Scored) r.outcome()).jCv())
            .min()
            .orElseThrow();
    assertThat(other.score()).isEqualTo(best);
    assertThat(other.difference()).isEqualTo(other.score() - leader.score());
    double expected =
        leader.scored().folds().size() > 1
            ? overFolds(leader.scored(), other.scored(), posed.problem().folds().folds())
            : overRows(posed, swum.swept(), leader.candidate(), other.candidate());
    assertThat(other.differenceError().orElseThrow())
        .isCloseTo(expected, within(1e-9 * Math.max(leader.score(), other.score()) + 1e-12));
    double errors = other.difference() / expected;
    if (Math.abs(Math.abs(errors) - 2) > 1e-6) {
      assertThat(other.standing())
          .isEqualTo(
              errors > 2 ? Standing.WORSE : errors < -2 ? Standing.BETTER : Standing.UNDECIDED);
    }
  }

  private static double overFolds(Scored a, Scored b, int folds) {
    double[] d = new double[a.folds().size()];
    for (int i = 0; i < d.length; i++) {
      d[i] = b.folds().get(i).jCv() - a.folds().get(i).jCv();
    }
    return deviation(d) / Math.sqrt(folds);
  }

  /** Weighted rows: the root of the sum of squares of w(d - mean), n / (n - 1), over all weight. */
  private static double overRows(Posed posed, Swept swept, Candidate a, Candidate b) {
    List<double[]> rows = new ArrayList<>();
    for (Block block : posed.blocks()) {
      double[] one = swept.outOfFold(a).predict(block);
      double[] two = swept.outOfFold(b).predict(block);
      int outputs = posed.outputs();
      for (int i = 0; i < block.rows(); i++) {
        if (!Double.isNaN(one[i * outputs])) {
          double d = cost(posed, two, block, i) - cost(posed, one, block, i);
          rows.add(new double[] {block.weight(i), d});
        }
      }
    }
    double weight = rows.stream().mapToDouble(r -> r[0]).sum();
    double mean = rows.stream().mapToDouble(r -> r[0] * r[1]).sum() / weight;
    double squares = rows.stream().mapToDouble(r -> Math.pow(r[0] * (r[1] - mean), 2)).sum();
    return Math.sqrt(squares * rows.size() / (rows.size() - 1)) / weight;
  }

  private static double cost(Posed posed, double[] all, Block block, int row) {
    int outputs = posed.outputs();
    double[] its = Arrays.copyOfRange(all, row * outputs, (row + 1) * outputs);
    double truth =
        posed.problem().classes().isEmpty()
            ? block.target()[row]
            : posed.problem().classes().indexOf(block.labels()[(int) block.target()[row]]);
    return Posed.cost(its, truth);
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  /** By a metric of which more is better the difference of a worse family is below zero. */
  @Property(tries = 20)
  void aMetricsDifferenceHasItsOwnSign(@ForAll long seed) {
    Posed posed = Posed.learnable(new Random(seed), Task.CLASSIFICATION, Way.FOLDS);
    Choice byAccuracy = new Choice("accuracy", Choice.Rule.BEST);

    List<Contender> contest = sweep(posed, Task.CLASSIFICATION, byAccuracy).contest();

    assertThat(contest.get(1).difference()).isLessThanOrEqualTo(0);
    assertThat(contest.get(1).standing()).isIn(Standing.WORSE, Standing.UNDECIDED);
    assertThat(contest.get(1).score()).isEqualTo(contest.get(1).scored().metrics().get("accuracy"));
  }

  /** One family has nobody to be compared with. */
  @Property(tries = 5)
  void oneFamilyIsNoContest(@ForAll long seed) {
    Posed posed = Posed.learnable(new Random(seed), Task.REGRESSION, Way.FOLDS);
    Engine engine = posed.engine(1);
    SweptFamilies swept =
        SweptFamilies.of(
            families(Task.REGRESSION).subList(0, 1), engine, posed.problem(), Set.of());

    assertThat(
            new Contest(BY_J, engine, posed.problem(), swept)
                .of(swept.results(), swept.results().get(0)))
        .isEmpty();
  }

  /** What each class is told agrees with a count of the predictions that the run writes. */
  @Property(tries = 60)
  void classesAreCountedOnTheRowsHeldOut(@ForAll Way way, @ForAll long seed) {
    Assume.that(!way.outOfBag());
    Posed posed = Posed.learnable(new Random(seed), Task.CLASSIFICATION, way);
    Swum swum = sweep(posed, Task.CLASSIFICATION, BY_J);
    OutOfFold winner = swum.swept().outOfFold(swum.ranking().get(0).candidate());

    List<ByClass> found = ByClass.of(posed.engine(2), posed.problem(), winner);

    Map<Integer, Confusion> slow = new TreeMap<>();
    Folds folds = posed.problem().folds();
    List<String> classes = posed.problem().classes();
    for (Block block : posed.blocks()) {
      int[] part = folds.of(block, 0);
      double[] predicted = winner.predict(block);
      for (int i = 0; i < part.length; i++) {
        if (!Double.isNaN(predicted[i * classes.size()])) {
          int likeliest = 0;
          for (int c = 1; c < classes.size(); c++) {
            boolean more =
                predicted[i * classes.size() + c] > predicted[i * classes.size() + likeliest];
            likeliest = more ? c : likeliest;
          }
          int truth = classes.indexOf(block.labels()[(int) block.target()[i]]);
          slow.computeIfAbsent(
                  folds.leaveOneOut() ? 0 : part[i], f -> new Confusion(classes.size()))
              .add(truth, likeliest, block.weight(i));
        }
      }
    }
    for (int c = 0; c < classes.size(); c++) {
      int its = c;
      List<Map<String, Double>> expected = slow.values().stream().map(s -> s.of(its)).toList();
      if (expected.size() > 1) {
        assertThat(found.get(c).folds()).isEqualTo(expected);
      }
      for (String metric : List.of("precision", "recall", "f1")) {
        double[] values =
            expected.stream()
                .filter(m -> m.containsKey(metric))
                .mapToDouble(m -> m.get(metric))
                .toArray();
        assertThat(found.get(c).mean().containsKey(metric)).isEqualTo(values.length > 0);
        if (values.length > 0) {
          double mean = Arrays.stream(values).average().orElseThrow();
          assertThat(found.get(c).mean().get(metric)).isCloseTo(mean, within(1e-12));
        }
      }
    }
  }
}
