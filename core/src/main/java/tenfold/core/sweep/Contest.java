package tenfold.core.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tenfold.core.metric.Metric;
import tenfold.core.sweep.Contender.Standing;
import tenfold.core.sweep.Outcome.Scored;

/**
 * Which algorithm? The best candidate of each family beside the winner.
 *
 * <p>The difference is paired: two models tested on the same rows are lucky and unlucky together,
 * so their difference is known better than either score. Its standard error is the folds'
 * differences' standard deviation over √k, or that of the rows' where there is one fold; it is
 * approximate since training sets overlap, and each family has been given the best of its
 * candidates. Source: Dietterich, "Approximate statistical tests for comparing supervised
 * classification learning algorithms", <i>Neural Computation</i> 10, 1998.
 */
public final class Contest {

  /** How many standard errors a difference must have to be told from chance. */
  private static final double CLEAR = 2;

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
   * Returns the winner, then the best of each other family from best to worst; empty where there is
   * one family.
   *
   * @param ranking the finished candidates from best to worst
   * @param winner of them
   */
  public List<Contender> of(List<Result> ranking, Result winner) {
    Map<String, Result> best = new LinkedHashMap<>();
    best.put(winner.candidate().model(), winner);
    ranking.forEach(r -> best.putIfAbsent(r.candidate().model(), r));
    List<Contender> out = new ArrayList<>();
    if (best.size() > 1) {
      best.values().forEach(r -> out.add(contender(r, winner)));
    }
    return out;
  }

  private Contender contender(Result result, Result winner) {
    boolean won = result.equals(winner);
    Scored its = (Scored) result.outcome();
    Scored best = (Scored) winner.outcome();
    double difference = yardstick.of(its) - yardstick.of(best);
    OptionalDouble error =
        won ? OptionalDouble.empty() : error(result.candidate(), its, winner.candidate(), best);
    Standing standing =
        won ? Standing.WINNER : standing(yardstick.cost(its) - yardstick.cost(best), error);
    return new Contender(
        result.candidate(),
        its,
        yardstick.of(its),
        yardstick.error(its),
        difference,
        error,
        standing);
  }

  private static Standing standing(double worse, OptionalDouble error) {
    if (error.isEmpty()) {
      return Standing.UNKNOWN;
    }
    if (Math.abs(worse) <= CLEAR * error.getAsDouble()) {
      return Standing.UNDECIDED;
    }
    return worse > 0 ? Standing.WORSE : Standing.BETTER;
  }

  private OptionalDouble error(Candidate one, Scored its, Candidate winner, Scored best) {
    if (its.folds().size() > 1) {
      return overFolds(its.folds(), best.folds());
    }
    return yardstick.metric() == Metric.J ? overRows(one, winner) : OptionalDouble.empty();
  }

  private OptionalDouble overFolds(List<FoldScore> its, List<FoldScore> best) {
    double[] differences = new double[its.size()];
    for (int i = 0; i < differences.length; i++) {
      if (its.get(i).fold() != best.get(i).fold() || its.get(i).repeat() != best.get(i).repeat()) {
        throw new IllegalStateException("families score their folds in different orders");
      }
      differences[i] = yardstick.of(its.get(i)) - yardstick.of(best.get(i));
    }
    return StandardError.of(differences, problem.folds().folds());
  }

  private OptionalDouble overRows(Candidate one, Candidate other) {
    PairedRows pairs =
        new PairedRows(problem.classes(), swept.outOfFold(one), swept.outOfFold(other));
    return engine.aggregate(pairs).error();
  }
}
