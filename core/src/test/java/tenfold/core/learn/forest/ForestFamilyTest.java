package tenfold.core.learn.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tenfold.core.data.Block;
import tenfold.core.data.Inputs;
import tenfold.core.data.Table;
import tenfold.core.data.Task;
import tenfold.core.fold.Folds;
import tenfold.core.learn.tree.FeatureDraw;
import tenfold.core.learn.tree.Grower;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.Limits;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Tree;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.metric.Guessed;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.FoldScore;
import tenfold.core.sweep.Keep;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome.Failed;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Tables;

/** The candidates of a sweep against forests grown for each of them alone. */
class ForestFamilyTest {

  private static final ForestGrid GRID =
      new ForestGrid(
          List.of(5, 1, 3),
          List.of(Draw.Rule.AUTO, new Draw.Count(2)),
          new TreeGrid(
              List.of(Impurity.ENTROPY, Impurity.GINI),
              List.of(3, 20),
              List.of(0.0, 0.02),
              List.of(2, 6),
              List.of(255)));

  private static ForestSweep sweep(ForestGrid grid, Posed posed, Keep keep) {
    Task task = posed.problem().schema().task();
    return new ForestSweep(grid, task, posed.engine(2), posed.problem(), keep);
  }

  private static Result one(ForestSweep swept, Random random) {
    List<Result> results = swept.results();
    return results.get(random.nextInt(results.size()));
  }

  /** A grid of one point. */
  private static ForestGrid only(Candidate candidate) {
    ForestSettings settings = ForestSettings.of(candidate.params());
    Limits limits = settings.tree().limits();
    return new ForestGrid(
        List.of(settings.trees()),
        List.of(settings.features()),
        new TreeGrid(
            List.of(settings.tree().impurity()),
            List.of(limits.maxDepth()),
            List.of(limits.minGain()),
            List.of((int) limits.minRows()),
            List.of(settings.tree().bins())));
  }

  /** Fewer trees and stricter limits are a prefix: bit for bit what a sweep of them alone gives. */
  @Property
  void everyCandidateIsAsIfItWereSweptAlone(@ForAll Task task, @ForAll Way way, @ForAll long seed) {
    Random random = new Random(seed);
    Posed posed = Posed.learnable(random, task, way);
    ForestSweep all = sweep(GRID, posed, Keep.PREDICTIONS);
    Result result = one(all, random);
    Candidate candidate = result.candidate();

    ForestSweep alone = sweep(only(candidate), posed, Keep.NOTHING);

    assertThat(alone.results()).containsExactly(result);
    for (Block block : posed.blocks()) {
      assertThat(alone.outOfFold(candidate).predict(block))
          .isEqualTo(all.outOfFold(candidate).predict(block));
      assertThat(alone.refit(candidate).predict(block))
          .isEqualTo(all.refit(candidate).predict(block));
    }
    assertThat(alone.importance(candidate)).isEqualTo(all.importance(candidate));
  }

  @Property
  void foldsScoreAsForestsGrownOnTheirRows(@ForAll Task task, @ForAll Way way, @ForAll long seed) {
    Random random = new Random(seed);
    Posed posed = Posed.learnable(random, task, way.outOfBag() ? Way.FOLDS : way);
    Folds folds = posed.problem().folds();
    Result result = one(sweep(GRID, posed, Keep.NOTHING), random);
    Scored scored = (Scored) result.outcome();

    double jTrain = 0;
    double jCv = 0;
    double weight = 0;
    for (int repeat = 0; repeat < folds.repeats(); repeat++) {
      for (int fold = 0; fold < folds.models(); fold++) {
        int its = fold;
        ForestModel model = Alone.of(posed, result.candidate()).model(repeat, fold);
        double train = posed.j(model::predict, repeat, part -> folds.trains(part, its));
        double held = posed.j(model::predict, repeat, part -> part == its);
        double w = folds.leaveOneOut() ? posed.weight(0, part -> part == its) : 1;
        jTrain += train / (folds.models() * folds.repeats());
        jCv += w * held;
        weight += w;
        if (!folds.leaveOneOut()) {
          FoldScore score = scored.folds().get(repeat * folds.folds() + fold);
          assertThat(score.jTrain()).isCloseTo(train, within(1e-12));
          assertThat(score.jCv()).isCloseTo(held, within(1e-12));
          Posed.checkProbable(
              score.metrics(), posed.slowMetrics(model::predict, repeat, part -> part == its));
        }
      }
    }
    assertThat(scored.jTrain()).isCloseTo(jTrain, within(1e-12));
    assertThat(scored.jCv()).isCloseTo(jCv / weight, within(1e-12));
  }

  @Property
  void theRefittedForestIsTheOneGrownOnAllRows(
      @ForAll Task task, @ForAll Way way, @ForAll long seed) {
    Random random = new Random(seed);
    Posed posed = Posed.learnable(random, task, way);
    ForestSweep swept = sweep(GRID, posed, Keep.NOTHING);
    Candidate candidate = one(swept, random).candidate();

    ForestModel refitted = (ForestModel) swept.refit(candidate);

    assertThat(refitted).usingRecursiveComparison().isEqualTo(Alone.of(posed, candidate).model());
  }

  @Property
  void predictionsOutOfFoldScoreAsTheFolds(
      @ForAll Task task, @ForAll Way way, @ForAll Keep keep, @ForAll long seed) {
    Random random = new Random(seed);
    Posed posed = Posed.learnable(random, task, way.outOfBag() ? Way.FOLDS : way);
    ForestSweep swept = sweep(GRID, posed, keep);
    Result result = one(swept, random);

    OutOfFold outOfFold = swept.outOfFold(result.candidate());

    posed.checkOutOfFold(outOfFold, (Scored) result.outcome());
  }

  /** Every row by the trees that did not draw it, counted one by one. */
  @Property
  void outOfBagARowIsTestedByTheTreesThatDidNotDrawIt(
      @ForAll Task task, @ForAll boolean apart, @ForAll long seed) {
    Random random = new Random(seed);
    Way way = apart ? Way.COPIES_OUT_OF_BAG : Way.OUT_OF_BAG;
    Posed posed = Posed.learnable(random, task, way);
    ForestSweep swept = sweep(GRID, posed, Keep.NOTHING);
    Result result = one(swept, random);
    Alone alone = Alone.of(posed, result.candidate());
    double[][] predicted = alone.outOfBag();
    int[] tested =
        IntStream.range(0, predicted.length).filter(i -> predicted[i].length > 0).toArray();
    if (tested.length == 0) {
      assertThat(result.outcome()).isInstanceOf(Failed.class);
      return;
    }

    Scored scored = (Scored) result.outcome();

    double[] cost = new double[predicted.length];
    for (int row : tested) {
      cost[row] = Posed.cost(predicted[row], alone.truth(row));
    }
    double weight = Arrays.stream(tested).mapToDouble(alone.table::weight).sum();
    double sum = Arrays.stream(tested).mapToDouble(i -> alone.table.weight(i) * cost[i]).sum();
    double squares =
        Arrays.stream(tested)
            .mapToDouble(i -> Math.pow(alone.table.weight(i) * (cost[i] - sum / weight), 2))
            .sum();
    double n = tested.length;
    assertThat(scored.jCv()).isCloseTo(sum / weight, within(1e-12));
    if (tested.length > 1) {
      assertThat(scored.jCvSe().orElseThrow())
          .isCloseTo(Math.sqrt(squares * n / (n - 1)) / weight, within(1e-12));
    } else {
      assertThat(scored.jCvSe()).isEmpty();
    }
    posed.checkOutOfFold(swept.outOfFold(result.candidate()), scored);
    assertThat(scored.folds()).hasSize(1);
    assertThat(scored.folds().get(0).rows()).isEqualTo(tested.length);
    if (task == Task.CLASSIFICATION) {
      List<Guessed> guessed =
          Arrays.stream(tested)
              .mapToObj(
                  i -> new Guessed(alone.table.label()[i], predicted[i], alone.table.weight(i)))
              .toList();
      Posed.checkProbable(scored.metrics(), Guessed.metrics(guessed, posed.outputs()));
    }
    ForestModel model = alone.model();
    assertThat(scored.jTrain())
        .isCloseTo(posed.j(model::predict, 0, part -> part != Folds.TEST), within(1e-12));
  }

  /** The trees of one candidate, grown one by one. */
  private static final class Alone {

    private final Problem problem;
    private final ForestSettings settings;
    private final Inputs inputs;
    private final Table table;
    private final Block[] block;
    private final int[] place;

    private Alone(Posed posed, ForestSettings settings) {
      problem = posed.problem();
      this.settings = settings;
      inputs = Inputs.of(problem.schema(), problem.encoder());
      var keyed = Tables.of(posed.engine(1), problem, settings.tree().bins());
      table = keyed.table();
      block = new Block[table.rows()];
      place = new int[table.rows()];
      for (Block one : posed.blocks()) {
        for (int i = 0; i < one.rows(); i++) {
          for (int row = 0; row < block.length; row++) {
            if (keyed.keys()[row] == one.key()[i]) { // copies are equal in all that is asked
              block[row] = one;
              place[row] = i;
            }
          }
        }
      }
    }

    static Alone of(Posed posed, Candidate candidate) {
      return new Alone(posed, ForestSettings.of(candidate.params()));
    }

    private Seed seed(int b) {
      return problem.seed().child("forest").child("tree", b);
    }

    private Tree tree(int b, int[] rows) {
      double[] times = Bootstrap.times(seed(b), table.rows());
      int[] drawn = Arrays.stream(rows).filter(row -> times[row] > 0).toArray();
      if (drawn.length == 0) {
        Arrays.fill(times, 1);
      }
      int count = settings.features().of(table.features().size(), problem.schema().task());
      FeatureDraw draw = new FeatureDraw(count, seed(b), table.features());
      return new Grower(table, settings.tree().impurity(), settings.tree().limits())
          .grow(
              drawn.length == 0 ? rows.clone() : drawn,
              Optional.of(times),
              new int[0],
              Optional.of(draw))
          .tree();
    }

    private double scale(int[] rows) {
      return problem.classes().isEmpty()
          ? Votes.scale(
              Arrays.stream(rows)
                  .mapToDouble(row -> Math.abs(table.target()[row]))
                  .max()
                  .orElseThrow())
          : 1;
    }

    private ForestModel model(int[] rows, int... trees) {
      List<Tree> its = Arrays.stream(trees).mapToObj(b -> tree(b, rows)).toList();
      return new ForestModel(inputs, problem.classes(), problem.shift(), scale(rows), its);
    }

    private int[] trees() {
      return IntStream.range(0, settings.trees()).toArray();
    }

    /** The forest of all rows. */
    ForestModel model() {
      return model(IntStream.range(0, table.rows()).toArray(), trees());
    }

    /** The forest of a fold's training rows. */
    ForestModel model(int repeat, int fold) {
      int[] rows =
          IntStream.range(0, table.rows())
              .filter(row -> problem.folds().trains(table.part(repeat)[row], fold))
              .toArray();
      return model(rows, trees());
    }

    private int unit(int row) {
      return table.part(0)[row];
    }

    /** What the trees say of each row that drew none of its copies; nothing where all did. */
    double[][] outOfBag() {
      double[][] times = new double[settings.trees()][];
      Arrays.setAll(times, b -> Bootstrap.times(seed(b), table.rows()));
      int[] all = IntStream.range(0, table.rows()).toArray();
      double[][] predicted = new double[table.rows()][0];
      for (int row = 0; row < predicted.length; row++) {
        int its = row;
        int[] copies = Arrays.stream(all).filter(i -> unit(i) == unit(its)).toArray();
        int[] trees =
            Arrays.stream(trees())
                .filter(b -> Arrays.stream(copies).allMatch(i -> times[b][i] == 0))
                .toArray();
        if (trees.length > 0) {
          predicted[row] = predicted(model(all, trees), row);
        }
      }
      return predicted;
    }

    private double[] predicted(ForestModel model, int row) {
      int outputs = Math.max(1, problem.classes().size());
      return Arrays.copyOfRange(
          model.predict(block[row]), place[row] * outputs, (place[row] + 1) * outputs);
    }

    double truth(int row) {
      return problem.classes().isEmpty()
          ? table.target()[row] + problem.shift()
          : table.label()[row];
    }
  }
}
