package tenfold.core.learn.logistic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import tenfold.core.learn.logistic.CutSweep.AtLambda;
import tenfold.core.metric.ClassScore;
import tenfold.core.metric.Metric;
import tenfold.core.metric.ScoredRows;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Parallel;
import tenfold.core.sweep.Problem;

/**
 * The areas under curves of the models of a cut, which need all rows of a fold at once: gathered
 * where they are asked for, or where they take next to no time. As many candidates in a pass as
 * there is room for.
 */
final class Areas {

  /** Probabilities that are sorted unasked. */
  private static final double FEW = 1e6;

  private static final int ROW_BYTES = 12; // its class and weight

  private Areas() {}

  /** Whether a sweep has them. Under leave-one-out a fold has no curve. */
  static boolean wanted(LogisticGrid grid, Problem problem, Set<String> asked) {
    boolean named = asked.contains(Metric.ROC_AUC.key()) || asked.contains(Metric.PR_AUC.key());
    double repeats = problem.folds().repeats();
    double all = repeats * problem.rows() * grid.candidates().size() * problem.classes().size();
    return !problem.folds().leaveOneOut() && (named || all <= FEW);
  }

  /** Adds them to the scores of the folds' models. */
  static void add(Engine engine, Room room, Layout layout, List<AtLambda> all) {
    long row = ROW_BYTES + (long) Double.BYTES * layout.link().outputs();
    long group = Math.max(1, room.bytes() / Math.max(1, row * layout.problem().rows()));
    for (int from = 0; from < all.size(); ) {
      List<AtLambda> some = all.subList(from, (int) Math.min(all.size(), from + group));
      from += some.size();
      List<Model> models = some.stream().flatMap(one -> one.folds().stream()).toList();
      ScoredRows[] rows =
          engine.aggregate(
              new HeldPass(
                  layout,
                  some.stream().map(one -> FoldProbabilities.of(layout, one.folds())).toList()));
      List<Callable<ClassScore>> tasks = new ArrayList<>();
      for (ScoredRows its : rows) {
        tasks.add(its::score);
      }
      List<ClassScore> scores = Parallel.run(engine.slots(), tasks);
      for (int m = 0; m < models.size(); m++) {
        models.get(m).held(scores.get(m));
      }
    }
  }
}
