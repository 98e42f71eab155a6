package tenfold.core.sweep;

import java.util.Comparator;
import java.util.List;
import tenfold.core.metric.Metric;
import tenfold.core.sweep.Outcome.Failed;
import tenfold.core.sweep.Outcome.Scored;

/**
 * Picks the winner of a sweep.
 *
 * <p>Best is the best mean score over folds; candidates that tie with it within 1e-9 relative give
 * way to the simplest. One standard error: the simplest candidate whose score is within one
 * standard error of the best (Breiman, Friedman, Olshen and Stone, <i>Classification and Regression
 * Trees</i>, 1984, 3.4.3). A failed candidate never wins; one whose metric is not there on every
 * fold has failed, since a mean over the other folds would be compared with means over all.
 */
public final class Selection {

  private static final double TIE = 1e-9;

  private final Choice choice;
  private final Yardstick yardstick;
  private final Comparator<Candidate> complexity;

  /** A selection that breaks ties by {@code complexity}, simple before complex. */
  public Selection(Choice choice, Comparator<Candidate> complexity) {
    this.choice = choice;
    this.yardstick = Yardstick.of(choice);
    this.complexity = complexity;
  }

  /** A finished candidate. */
  private record Entry(Candidate candidate, Scored scored, double cost) {}

  /** Returns the winner. Throws {@link NoCandidate} if none finished with the metric asked for. */
  public Result winner(List<Result> results) {
    List<Entry> entries = finished(results);
    Entry best =
        entries.stream()
            .min(Comparator.comparingDouble(Entry::cost))
            .orElseThrow(() -> new NoCandidate(yardstick.metric().key(), comparable(results)));
    double allowed =
        choice.rule() == Choice.Rule.ONE_STANDARD_ERROR
            ? yardstick.error(best.scored()).orElse(0)
            : 0;
    double limit = best.cost() + Math.max(allowed, TIE * Math.abs(best.cost()));
    Entry winner =
        entries.stream()
            .filter(e -> e.cost() <= limit)
            .min(
                Comparator.comparing(Entry::candidate, complexity).thenComparingDouble(Entry::cost))
            .orElseThrow();
    return new Result(winner.candidate(), winner.scored());
  }

  /** Returns the finished candidates from best to worst, of equal ones the simplest first. */
  public List<Result> ranking(List<Result> results) {
    return finished(results).stream()
        .sorted(Comparator.comparingDouble(Entry::cost).thenComparing(Entry::candidate, complexity))
        .map(e -> new Result(e.candidate(), e.scored()))
        .toList();
  }

  /** Returns the results in their order, those failed that lack the metric asked for. */
  public List<Result> comparable(List<Result> results) {
    return results.stream().map(this::comparable).toList();
  }

  private Result comparable(Result result) {
    if (!(result.outcome() instanceof Scored scored)) {
      return result;
    }
    for (FoldScore fold : scored.folds()) {
      if (!yardstick.measures(fold)) {
        String repeat = fold.repeat() > 0 ? " of repeat " + fold.repeat() : "";
        return failed(result, " on fold " + fold.fold() + repeat);
      }
    }
    return yardstick.measures(scored) ? result : failed(result, "");
  }

  private Result failed(Result result, String where) {
    Metric metric = yardstick.metric();
    return new Result(
        result.candidate(),
        new Failed(
            "it has no %s%s, which is absent where %s; use fewer folds, or select by j"
                .formatted(metric.key(), where, metric.absent())));
  }

  private List<Entry> finished(List<Result> results) {
    return comparable(results).stream()
        .filter(r -> r.outcome() instanceof Scored)
        .map(r -> entry(r.candidate(), (Scored) r.outcome()))
        .toList();
  }

  private Entry entry(Candidate candidate, Scored scored) {
    return new Entry(candidate, scored, yardstick.cost(scored));
  }
}
