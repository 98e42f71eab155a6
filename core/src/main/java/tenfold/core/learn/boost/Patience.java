package tenfold.core.learn.boost;

import java.util.Arrays;

/** Where boosting stops early: at the round after which rows held out were predicted best. */
public final class Patience {

  private final int rounds;
  private double least = Double.POSITIVE_INFINITY;
  private int best;
  private int seen;

  /** Waits for so many rounds without a gain, at least 1. */
  public Patience(int rounds) {
    this.rounds = rounds;
  }

  /** Whether another round is worth its while. */
  public boolean goesOn() {
    return seen - best < rounds;
  }

  /** Notes what the rows held out lost after one more round. */
  public void add(double loss) {
    seen++;
    if (loss < least || best == 0) {
      least = loss;
      best = seen;
    }
  }

  /** The round after which they lost least, the first of equals. */
  public int best() {
    return best;
  }

  /**
   * What the reader must know.
   *
   * @param stops where each fold stopped
   */
  public static String note(int[] stops) {
    return "each fold stopped where its own held-out rows were predicted best, after %d to %d rounds, so J_cv is optimistic; the refit has %d"
        .formatted(
            Arrays.stream(stops).min().orElseThrow(),
            Arrays.stream(stops).max().orElseThrow(),
            refit(stops));
  }

  /** Rounds of a refit: the mean of those at which the folds stopped. */
  public static int refit(int[] stops) {
    return (int) Math.round(Arrays.stream(stops).average().orElseThrow());
  }
}
