package tenfold.core.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tenfold.core.data.Inputs;
import tenfold.core.data.Table;
import tenfold.core.data.Task;
import tenfold.core.fold.Folds;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.TreePieces.Keep;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.FoldScore;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Tables;

/** The candidates of a sweep against trees grown for each of them alone and scored row by row. */
class TreeFamilyTest {

  private static final TreeGrid GRID =
      new TreeGrid(
          List.of(Impurity.ENTROPY, Impurity.GINI),
          List.of(4, 1, 30),
          List.of(0.02, 0.0),
          List.of(2, 7),
          List.of(255, 3));

  @Provide
  Arbitrary<Way> ways() {
    return Arbitraries.of(Way.class).filter(way -> !way.outOfBag());
  }

  private static Posed posed(Random random, Task task, Way way) {
    return Posed.learnable(random, task, way);
  }

  private static Swept sweep(Posed posed, Task task) {
    return new TreeFamily(GRID, task).sweep(posed.engine(2), posed.problem(), Set.of());
  }

  /** What a tree came to that was grown for one candidate and fold. */
  private record Alone(
      double weight, double jTrain, double jCv, double other, Map<String, Double> probable) {

    double logLoss() {
      return probable.getOrDefault("log_loss", 0.0);
    }
  }

  @Property
  void everyCandidateScoresAsATreeGrownByItself(
      @ForAll Task task, @ForAll("ways") Way way, @ForAll long seed) {
    Random random = new Random(seed);
    Posed posed = posed(random, task, way);

    List<Result> results = sweep(posed, task).results();

    assertThat(results)
        .extracting(Result::candidate)
        .isEqualTo(new TreeFamily(GRID, task).candidates());
    List<Result> some = new ArrayList<>(results);
    Collections.shuffle(some, random);
    for (Result result : some.subList(0, 3)) {
      Scored scored = (Scored) result.outcome();
      if (posed.problem().folds().leaveOneOut()) {
        checkPooled(scored, alone(posed, result.candidate()));
      } else {
        checkFolds(scored, alone(posed, result.candidate()), posed.problem().folds());
      }
    }
  }

  private static void checkFolds(Scored scored, List<Alone> alone, Folds folds) {
    assertThat(scored.folds()).hasSameSizeAs(alone);
    for (int i = 0; i < alone.size(); i++) {
      FoldScore fold = scored.folds().get(i);
      assertThat(fold.repeat()).isEqualTo(i / folds.folds());
      assertThat(fold.fold()).isEqualTo(i % folds.folds());
      assertThat(fold.jTrain()).isCloseTo(alone.get(i).jTrain(), within(1e-12));
      assertThat(fold.jCv()).isCloseTo(alone.get(i).jCv(), within(1e-12));
      assertThat(other(fold.metrics())).isCloseTo(alone.get(i).other(), within(1e-12));
      Posed.checkProbable(fold.metrics(), alone.get(i).probable());
    }
    assertThat(scored.jTrain()).isCloseTo(mean(alone, Alone::jTrain, a -> 1), within(1e-12));
    assertThat(scored.jCv()).isCloseTo(mean(alone, Alone::jCv, a -> 1), within(1e-12));
    assertThat(other(scored.metrics())).isCloseTo(mean(alone, Alone::other, a -> 1), within(1e-12));
    assertThat(scored.jCvSe()).isPresent();
  }

  private static void checkPooled(Scored scored, List<Alone> alone) {
    assertThat(scored.folds()).isEmpty();
    assertThat(scored.jTrain()).isCloseTo(mean(alone, Alone::jTrain, a -> 1), within(1e-12));
    assertThat(scored.jCv()).isCloseTo(mean(alone, Alone::jCv, Alone::weight), within(1e-12));
    assertThat(other(scored.metrics()))
        .isCloseTo(mean(alone, Alone::other, Alone::weight), within(1e-12));
    assertThat(scored.metrics().getOrDefault("log_loss", 0.0))
        .isCloseTo(mean(alone, Alone::logLoss, Alone::weight), within(1e-12));
    assertThat(scored.metrics()).doesNotContainKeys("roc_auc", "pr_auc");
    assertThat(scored.jCvSe()).isPresent();
  }

  private static double other(Map<String, Double> metrics) {
    return metrics.containsKey("mae") ? metrics.get("mae") : metrics.get("accuracy");
  }

  private static double mean(
      List<Alone> alone, ToDoubleFunction<Alone> of, ToDoubleFunction<Alone> weight) {
    double sum =
        alone.stream().mapToDouble(a -> of.applyAsDouble(a) * weight.applyAsDouble(a)).sum();
    return sum / alone.stream().mapToDouble(weight).sum();
  }

  private static List<Alone> alone(Posed posed, Candidate candidate) {
    TreeSettings settings = TreeSettings.of(candidate.params());
    Table table = Tables.of(posed.engine(1), posed.problem(), settings.bins()).table();
    Folds folds = posed.problem().folds();
    List<Alone> out = new ArrayList<>();
    for (int r = 0; r < folds.repeats(); r++) {
      for (int f = 0; f < folds.models(); f++) {
        int fold = f;
        int repeat = r;
        IntPredicate trains = part -> folds.trains(part, fold);
        IntPredicate held = part -> part == fold;
        int[] rows =
            IntStream.range(0, table.rows())
                .filter(i -> trains.test(table.part(repeat)[i]))
                .toArray();
        TreeModel model = model(posed.problem(), grow(table, settings, rows));
        out.add(
            new Alone(
                posed.weight(r, held),
                posed.j(model::predict, r, trains),
                posed.j(model::predict, r, held),
                posed.mean(model::predict, r, held, TreeFamilyTest::other),
                posed.slowMetrics(model::predict, r, held)));
      }
    }
    return out;
  }

  /** What makes the mean absolute error, or the accuracy. */
  private static double other(double[] predicted, double truth) {
    return predicted.length == 1
        ? Math.abs(predicted[0] - truth)
        : TreeFamilyTest.likeliest(predicted) == truth ? 1 : 0;
  }

  private static int likeliest(double[] shares) {
    int best = 0;
    for (int c = 1; c < shares.length; c++) {
      best = shares[c] > shares[best] ? c : best;
    }
    return best;
  }

  private static Tree grow(Table table, TreeSettings settings, int[] rows) {
    return new Grower(table, settings.impurity(), settings.limits())
        .grow(rows, Optional.empty(), new int[0], Optional.empty())
        .tree();
  }

  private static TreeModel model(Problem problem, Tree tree) {
    Inputs inputs = Inputs.of(problem.schema(), problem.encoder());
    return new TreeModel(inputs, problem.classes(), problem.shift(), tree);
  }

  @Property
  void everyCandidateIsAsIfItWereSweptAlone(
      @ForAll Task task, @ForAll("ways") Way way, @ForAll long seed) {
    Random random = new Random(seed);
    Posed posed = posed(random, task, way);
    List<Result> results = sweep(posed, task).results();
    Result result = results.get(random.nextInt(results.size()));
    TreeSettings settings = TreeSettings.of(result.candidate().params());
    Limits limits = settings.limits();
    TreeGrid only =
        new TreeGrid(
            List.of(settings.impurity()),
            List.of(limits.maxDepth()),
            List.of(limits.minGain()),
            List.of((int) limits.minRows()),
            List.of(settings.bins()));

    Swept alone = new TreeFamily(only, task).sweep(posed.engine(1), posed.problem(), Set.of());

    assertThat(alone.results()).containsExactly(result);
  }

  @Property
  void predictionsOutOfFoldScoreAsTheFolds(
      @ForAll Task task, @ForAll("ways") Way way, @ForAll Keep keep, @ForAll long seed) {
    Random random = new Random(seed);
    Posed posed = posed(random, task, way);
    Swept swept = new TreeSweep(GRID, task, posed.engine(2), posed.problem(), keep);
    Result result = swept.results().get(random.nextInt(swept.results().size()));

    OutOfFold outOfFold = swept.outOfFold(result.candidate());

    posed.checkOutOfFold(outOfFold, (Scored) result.outcome());
    assertThat(swept.importance(result.candidate()))
        .isEqualTo(sweep(posed, task).importance(result.candidate()));
  }

  @Property
  void theRefittedTreeIsTheOneGrownOnAllRows(
      @ForAll Task task, @ForAll("ways") Way way, @ForAll long seed) {
    Random random = new Random(seed);
    Posed posed = posed(random, task, way);
    Swept swept = sweep(posed, task);
    Result result = swept.results().get(random.nextInt(swept.results().size()));

    TreeModel refitted = (TreeModel) swept.refit(result.candidate());

    TreeSettings settings = TreeSettings.of(result.candidate().params());
    Table table = Tables.of(posed.engine(1), posed.problem(), settings.bins()).table();
    int[] all = IntStream.range(0, table.rows()).toArray();
    assertThat(refitted)
        .usingRecursiveComparison()
        .isEqualTo(model(posed.problem(), grow(table, settings, all)));
  }

  /** Codes lead a row to the leaf to which its values lead it. */
  @Property
  void rowsOfTheTableComeToTheLeavesOfTheirValues(
      @ForAll Task task, @ForAll("ways") Way way, @ForAll long seed) {
    Posed posed = posed(new Random(seed), task, way);
    Swept swept = sweep(posed, task);
    for (int bins : GRID.bins()) {
      TreeSettings settings = new TreeSettings(GRID.impurities(task).get(0), GRID.loosest(), bins);
      TreeModel model = (TreeModel) swept.refit(new Candidate("tree", settings.params()));
      var keyed = Tables.of(posed.engine(1), posed.problem(), bins);
      TableRows rows = new TableRows(keyed.table(), model.inputs());
      Map<Long, Integer> leaves = posed.byKey((columns, i) -> leaf(model, columns, i));

      for (int row = 0; row < keyed.table().rows(); row++) {
        assertThat(rows.leaf(model.tree(), row)).isEqualTo(leaves.get(keyed.keys()[row]));
      }
    }
  }

  private static int leaf(TreeModel model, double[][] columns, int i) {
    Tree tree = model.tree();
    int node = 0;
    while (!tree.leaf(node)) {
      int column = tree.column(node);
      boolean left =
          tree.goesLeft(node, columns[column][i], model.inputs().columns().get(column).kind());
      node = left ? tree.left(node) : tree.right(node);
    }
    return node;
  }
}
