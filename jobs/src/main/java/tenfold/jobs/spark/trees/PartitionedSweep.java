package tenfold.jobs.spark.trees;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import tenfold.core.data.Block;
import tenfold.core.data.Fitted;
import tenfold.core.fold.Folds;
import tenfold.core.learn.forest.ForestModel;
import tenfold.core.learn.forest.ForestSettings;
import tenfold.core.learn.tree.Tree;
import tenfold.core.learn.tree.TreeModel;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;
import tenfold.jobs.spark.SparkEngine;

/**
 * A sweep of trees that MLlib grew, finished. The driver holds the trees of the first repeat, for
 * predictions out of fold.
 */
final class PartitionedSweep implements Swept {

  private static final String IMPUTED =
      "missing numbers took the training part's mean: MLlib's trees do not route them";

  private final Points points;
  private final Problem problem;
  private final Engine engine;
  private final SparkContext spark;
  private final Learner learner;
  private final Judge judge;

  /** For each candidate what it came to, by repeat and fold. */
  private final List<List<FoldResult>> scores;

  private final List<Grown> firstRepeat = new ArrayList<>();
  private final Waiting<Grown> waiting = new Waiting<>(Grown::bytes, this::score);
  private boolean missing;

  /** Sweeps: a fit for each point on the fitted axes, repeat and fold, and passes to score them. */
  PartitionedSweep(Points points, Problem problem, Engine engine) {
    this.points = points;
    this.problem = problem;
    this.engine = engine;
    JavaRDD<Block> blocks = SparkEngine.under(engine).blocks();
    spark = blocks.context();
    learner = new Learner(points, problem, blocks);
    judge = new Judge(problem.classes(), points.sampling());
    Folds folds = problem.folds();
    scores = points.candidates().stream().<List<FoldResult>>map(c -> new ArrayList<>()).toList();
    for (int repeat = 0; repeat < folds.repeats(); repeat++) {
      for (Growth growth : points.growths()) {
        for (int fold = 0; fold < folds.folds(); fold++) {
          take(grow(growth, new Cut(repeat, fold)));
        }
      }
      waiting.pass();
    }
  }

  private Grown grow(Growth growth, Cut cut) {
    return engine.once(Grown.class, learner.address(growth, cut), () -> learner.grow(growth, cut));
  }

  private void take(Grown grown) {
    waiting.add(grown);
    if (grown.cut().repeat() == 0) {
      firstRepeat.add(grown);
    }
  }

  /** Scores fits of one repeat in one pass. */
  private void score(List<Grown> fits) {
    List<Forest> forests = fits.stream().map(this::forest).toList();
    Broadcast<List<Forest>> sent = JavaSparkContext.fromSparkContext(spark).broadcast(forests);
    Scores found;
    try {
      found =
          engine.aggregate(
              new ScorePass(
                  points.model() + ": scoring",
                  fits.stream().map(fit -> learner.address(fit.growth(), fit.cut())).toList(),
                  problem,
                  learner.features().inputs(),
                  judge,
                  points.cells(),
                  fits.get(0).cut().repeat(),
                  sent));
    } finally {
      sent.destroy();
    }
    for (int fit = 0; fit < fits.size(); fit++) {
      for (int c : points.answered(fits.get(fit).growth())) {
        int cell = points.cells().indexOf(points.settings().get(c));
        scores.get(c).add(fits.get(fit).cut().result(found, fit, cell));
      }
    }
    missing |= found.missing();
  }

  private Forest forest(Grown grown) {
    return Forest.of(grown, learner.features().inputs(), points.sampling());
  }

  @Override
  public List<Result> results() {
    List<String> notes = missing ? List.of(IMPUTED) : List.of();
    List<Result> out = new ArrayList<>();
    for (int c = 0; c < scores.size(); c++) {
      out.add(
          new Result(
              points.candidates().get(c),
              FoldResult.outcome(scores.get(c), problem.folds(), notes)));
    }
    return out;
  }

  @Override
  public Fitted refit(Candidate candidate) {
    ForestSettings settings = points.settings(candidate);
    Grown all = grow(Growth.of(settings), Cut.none());
    List<Tree> trees = all.cutTo(settings).trees();
    return points.sampling() == Sampling.ALL
        ? new TreeModel(
            learner.features().inputs(), problem.classes(), problem.shift(), trees.get(0))
        : new ForestModel(
            learner.features().inputs(), problem.classes(), problem.shift(), all.scale(), trees);
  }

  @Override
  public OutOfFold outOfFold(Candidate candidate) {
    ForestSettings settings = points.settings(candidate);
    List<Forest> forests =
        firstRepeat.stream()
            .filter(grown -> grown.growth().equals(Growth.of(settings)))
            .map(grown -> forest(grown.cutTo(settings)))
            .toList();
    return new FoldTrees(problem, learner.features().inputs(), judge, forests);
  }
}
