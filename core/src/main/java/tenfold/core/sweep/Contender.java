package tenfold.core.sweep;

import java.util.OptionalDouble;
import tenfold.core.sweep.Outcome.Scored;

/**
 * The best candidate of a family beside the best of all.
 *
 * @param candidate the family's best
 * @param scored what it came to
 * @param score its mean score, by what candidates are chosen by
 * @param error the standard error of that score; empty where it was not computed
 * @param difference its score less the best one's, which is 0 for the best itself
 * @param differenceError the standard error of the difference, paired over the same folds, or over
 *     the same rows where there is one fold or rows leave one by one; empty for the best itself and
 *     where it was not computed
 */
public record Contender(
    Candidate candidate,
    Scored scored,
    double score,
    OptionalDouble error,
    double difference,
    OptionalDouble differenceError) {

  /** How many standard errors a difference must have to be told from chance. */
  private static final double CLEAR = 2;

  /** Whether it is the best of all. */
  public boolean leads() {
    return difference == 0 && differenceError.isEmpty();
  }

  /** Whether the difference is more than two of its standard errors; it must have one. */
  public boolean clear() {
    return Math.abs(difference) > CLEAR * differenceError.orElseThrow();
  }
}
