package tenfold.core.learn.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tenfold.core.data.Fitted;
import tenfold.core.data.RawTable;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Importance;
import tenfold.core.sweep.Keep;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Tables;

class BoostLawsTest {

  private static BoostGrid grid(List<Integer> rounds, double share, OptionalInt patience) {
    return new BoostGrid(
        rounds,
        List.of(1, 4),
        List.of(0.5),
        List.of(1.0),
        List.of(share),
        List.of(share),
        patience);
  }

  private static BoostGrid grid(Integer... rounds) {
    return grid(List.of(rounds), 0.7, OptionalInt.empty());
  }

  /** A sweep; one in which groups left a fold one class, which XGBoost refuses, is not tried. */
  private static Swept sweep(BoostGrid grid, Posed posed, int threads) {
    Swept swept = new BoostFamily(grid).sweep(posed.engine(threads), posed.problem(), Set.of());
    Assume.that(swept.results().stream().allMatch(r -> r.outcome() instanceof Scored));
    return swept;
  }

  private static Posed posed(Random random, Task task, Way way) {
    Assume.that(!way.outOfBag());
    return Posed.learnable(random, task, way);
  }

  /** Everything that a sweep tells. */
  private record Told(
      List<Result> results,
      Map<String, List<Double>> outOfFold,
      Map<String, List<Double>> refitted,
      List<Importance> importance) {

    static Told of(Swept swept, Posed posed) {
      Candidate candidate = swept.results().get(swept.results().size() - 1).candidate();
      Fitted model = swept.refit(candidate);
      return new Told(
          swept.results(),
          posed.byId(swept.outOfFold(candidate)::predict),
          posed.byId(model::predict),
          swept.importance(candidate));
    }
  }

  @Property
  void neitherThreadsNorTheOrderOfRowsNorPartitionsLeaveATrace(
      @ForAll Task task, @ForAll Way way, @ForAll long seed) {
    Assume.that(!way.outOfBag());
    Random random = new Random(seed);
    Rows rows = Rows.random(random, task, 20 + random.nextInt(20)).repeated(random);
    rows = random.nextBoolean() ? rows.weighted(random) : rows;
    Posed posed = Posed.learnable(rows, way, random);
    Told told = Told.of(sweep(grid(1, 5), posed, 1), posed);

    Posed other = Posed.of(rows.shuffled(random), way, random);
    assertThat(Told.of(sweep(grid(1, 5), other, 2), other)).isEqualTo(told);
  }

  @Property
  void fewerRoundsAreWhatAShorterBoosterCameTo(
      @ForAll Task task, @ForAll Way way, @ForAll long seed) {
    Posed posed = posed(new Random(seed), task, way);
    Swept all = sweep(grid(7, 1, 3), posed, 1);

    for (int rounds : new int[] {1, 3, 7}) {
      Swept single = sweep(grid(rounds), posed, 1);
      assertThat(all.results()).containsAll(single.results());
      Candidate deep = single.results().get(1).candidate();
      assertThat(posed.byId(all.outOfFold(deep)::predict))
          .isEqualTo(posed.byId(single.outOfFold(deep)::predict));
      assertThat(posed.byId(all.refit(deep)::predict))
          .isEqualTo(posed.byId(single.refit(deep)::predict));
    }
  }

  /** XGBoost as a user calls it: a matrix of one fold's rows, and the whole training in a call. */
  @Property
  void scoresAreThoseOfSeparateFits(@ForAll Task task, @ForAll Way way, @ForAll long seed)
      throws XGBoostError {
    Posed posed = posed(new Random(seed), task, way);
    List<Result> results = sweep(grid(List.of(2, 6), 1, OptionalInt.empty()), posed, 1).results();
    RawTable table = Tables.raw(posed.engine(1), posed.problem()).table();
    Cutting cutting = Cutting.of(posed.problem().folds());

    for (Result result : results) {
      BoostSettings settings = BoostSettings.of(result.candidate().params());
      double jTrain = 0;
      double jCv = 0;
      for (int cut = 0; cut < cutting.count(); cut++) {
        int[] train = cutting.training(table, cut);
        int[] held = cutting.held(table, cut);
        DMatrix matrix = matrix(table, train);
        Booster booster =
            XGBoost.train(matrix, params(table, settings), settings.rounds(), Map.of(), null, null);
        jTrain += j(table, train, booster.predict(matrix)) / cutting.count();
        jCv += j(table, held, booster.predict(matrix(table, held))) / cutting.count();
      }
      Scored scored = (Scored) result.outcome();
      assertThat(scored.jTrain()).isCloseTo(jTrain, within(1e-6 * Math.max(1e-3, jTrain)));
      if (!posed.problem().folds().leaveOneOut()) { // there rows are pooled
        assertThat(scored.jCv()).isCloseTo(jCv, within(1e-12));
      }
    }
  }

  private static Map<String, Object> params(RawTable table, BoostSettings settings) {
    int classes = table.classes().size();
    return Map.of(
        "objective",
        classes == 0 ? "reg:squarederror" : classes == 2 ? "binary:logistic" : "multi:softprob",
        "num_class",
        classes > 2 ? classes : 0,
        "max_depth",
        settings.growing().maxDepth(),
        "eta",
        settings.growing().eta(),
        "nthread",
        1);
  }

  private static DMatrix matrix(RawTable table, int[] rows) throws XGBoostError {
    float[] x = Matrix.of(table.inputs(), rows, table::value);
    DMatrix matrix = new DMatrix(x, rows.length, x.length / rows.length, Float.NaN);
    float[] y = new float[rows.length];
    float[] w = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      y[i] = (float) truth(table, rows[i]);
      w[i] = (float) table.weight(rows[i]);
    }
    matrix.setLabel(y);
    matrix.setWeight(w);
    return matrix;
  }

  private static double truth(RawTable table, int row) {
    return table.classes().isEmpty() ? table.target()[row] : table.label()[row];
  }

  private static double j(RawTable table, int[] rows, float[][] answers) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < rows.length; i++) {
      float[] its = answers[i];
      double first = its[0];
      double[] predicted =
          table.classes().size() == 2
              ? new double[] {1 - first, first}
              : IntStream.range(0, its.length).mapToDouble(c -> its[c]).toArray();
      sum += table.weight(rows[i]) * Posed.cost(predicted, truth(table, rows[i]));
      weight += table.weight(rows[i]);
    }
    return sum / weight;
  }

  @Property
  void predictionsOutOfFoldScoreAsTheFoldsDid(
      @ForAll Task task, @ForAll Way way, @ForAll Keep keep, @ForAll long seed) {
    Posed posed = posed(new Random(seed), task, way);
    BoostSweep sweep = new BoostSweep(grid(2, 5), posed.engine(2), posed.problem(), keep);
    Assume.that(sweep.results().stream().allMatch(r -> r.outcome() instanceof Scored));

    for (Result result : sweep.results()) {
      posed.checkOutOfFold(sweep.outOfFold(result.candidate()), (Scored) result.outcome());
    }
  }

  /** A fold that stops after r rounds scores as a booster of r rounds does. */
  @Property
  void aBoosterStopsAtItsBestRound(@ForAll Task task, @ForAll long seed) {
    Posed posed = posed(new Random(seed), task, Way.HOLD_OUT);
    Integer[] every = IntStream.rangeClosed(1, 12).boxed().toArray(Integer[]::new);
    List<Result> all = sweep(grid(List.of(every), 0.7, OptionalInt.empty()), posed, 1).results();

    Swept stopped = sweep(grid(List.of(12), 0.7, OptionalInt.of(2)), posed, 1);

    for (Result result : stopped.results()) {
      Scored scored = (Scored) result.outcome();
      assertThat(scored.notes()).singleElement().asString().contains("J_cv is optimistic");
      assertThat(all)
          .filteredOn(r -> depth(r) == depth(result))
          .extracting(r -> ((Scored) r.outcome()).folds())
          .contains(scored.folds());
      posed.checkOutOfFold(stopped.outOfFold(result.candidate()), scored);
    }
  }

  private static int depth(Result result) {
    return BoostSettings.of(result.candidate().params()).growing().maxDepth();
  }
}
