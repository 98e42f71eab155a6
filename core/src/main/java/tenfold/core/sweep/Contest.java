package tenfold.core.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tenfold.core.metric.Metric;
import tenfold.core.sweep.Outcome.Scored;

/**
 * Which algorithm? The best candidate of each family beside the best of all.
 *
 * <p>The difference is paired: two models tested on the same rows are lucky and unlucky together,
 * so their difference is known better than either score. Its standard error is the folds'
 * differences' standard deviation over √k, or that of the rows' where there is one fold; it is
 * approximate since training sets overlap, and each family has been given the best of its
 * candidates. Source: Dietterich, "Approximate statistical tests for comparing supervised
 * classification learning algorithms", <i>Neural Computation</i> 10, 1998.
 */
public final class Contest {

  private final Yardstick yardstick;
  private final Engine engine;
  private final Problem problem;
  private final Swept swept;

  /** A contest of candidates that were swept by {@code engine}. */
  public Contest(Choice choice, Engine engine, Problem problem, Swept swept) {
    this.yardstick = Yardstick.of(choice);
    this.engine = engine;
    this.problem = problem;
    this.swept = swept;
  }

  /**
   * Returns the best of each family, the best of all first; empty where there is one family.
   *
   * @param ranking the finished candidates from best to worst
   */
  public List<Contender> of(List<Result> ranking) {
    Map<String, Result> best = new LinkedHashMap<>();
    ranking.forEach(r -> best.putIfAbsent(r.candidate().model(), r));
    List<Contender> out = new ArrayList<>();
    if (best.size() > 1) {
      best.values().forEach(r -> out.add(contender(r, ranking.get(0))));
    }
    return out;
  }

  private Contender contender(Result result, Result leader) {
    Scored its = (Scored) result.outcome();
    Scored most = (Scored) leader.outcome();
    OptionalDouble error =
        result.equals(leader) ? OptionalDouble.empty() : error(result, its, leader, most);
    return new Contender(
        result.candidate(),
        its,
        yardstick.of(its),
        yardstick.error(its),
        yardstick.of(its) - yardstick.of(most),
        error);
  }

  private OptionalDouble error(Result result, Scored its, Result leader, Scored most) {
    if (its.folds().size() > 1) {
      return overFolds(its.folds(), most.folds());
    }
    return yardstick.metric() == Metric.J
        ? overRows(result.candidate(), leader.candidate())
        : OptionalDouble.empty();
  }

  private OptionalDouble overFolds(List<FoldScore> its, List<FoldScore> most) {
    double[] differences = new double[its.size()];
    for (int i = 0; i < differences.length; i++) {
      if (its.get(i).fold() != most.get(i).fold() || its.get(i).repeat() != most.get(i).repeat()) {
        throw new IllegalStateException("families score their folds in different orders");
      }
      differences[i] = yardstick.of(its.get(i)) - yardstick.of(most.get(i));
    }
    return StandardError.of(differences, problem.folds().folds());
  }

  private OptionalDouble overRows(Candidate one, Candidate other) {
    PairedRows pairs =
        new PairedRows(problem.classes(), swept.outOfFold(one), swept.outOfFold(other));
    return engine.aggregate(pairs).error();
  }
}
