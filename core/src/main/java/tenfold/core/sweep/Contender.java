package tenfold.core.sweep;

import java.util.OptionalDouble;
import tenfold.core.sweep.Outcome.Scored;

/**
 * The best candidate of a family beside the winner.
 *
 * @param candidate the family's best; of the winner's family the winner
 * @param scored what it came to
 * @param score its mean score, by what candidates are chosen by
 * @param error the standard error of that score; empty where it was not computed
 * @param difference its score less the winner's
 * @param differenceError the standard error of the difference, paired over the same folds, or over
 *     the same rows where there is one fold or rows leave one by one; empty for the winner itself
 *     and where it was not computed
 * @param standing what that says
 */
public record Contender(
    Candidate candidate,
    Scored scored,
    double score,
    OptionalDouble error,
    double difference,
    OptionalDouble differenceError,
    Standing standing) {

  /** How a family stands to the winner. */
  public enum Standing {
    /** It is the winner's. */
    WINNER,
    /** Worse by more than two standard errors of the difference. */
    WORSE,
    /** Better by so much: the winner is simpler, and good enough. */
    BETTER,
    /** Neither. */
    UNDECIDED,
    /** The difference has no standard error. */
    UNKNOWN
  }
}
