package tenfold.core.sweep;

import java.util.Arrays;

/**
 * Where training stops early: after the step, a round of boosting or an epoch of a network, at
 * which rows held out were predicted best.
 */
public final class Patience {

  private final int steps;
  private double least = Double.POSITIVE_INFINITY;
  private int best;
  private int seen;

  /** Waits for so many steps without a gain, at least 1. */
  public Patience(int steps) {
    this.steps = steps;
  }

  /** Whether another step is worth its while. */
  public boolean goesOn() {
    return seen - best < steps;
  }

  /** Notes what the rows held out lost after one more step; true if that is the least so far. */
  public boolean add(double loss) {
    seen++;
    if (loss < least || best == 0) {
      least = loss;
      best = seen;
    }
    return best == seen;
  }

  /** The step after which they lost least, the first of equals. */
  public int best() {
    return best;
  }

  /**
   * What the reader must know.
   *
   * @param stops where each fold stopped
   * @param steps their name: rounds or epochs
   */
  public static String note(int[] stops, String steps) {
    return "each fold stopped where its own held-out rows were predicted best, after %d to %d %s, so J_cv is optimistic; the refit has %d"
        .formatted(
            Arrays.stream(stops).min().orElseThrow(),
            Arrays.stream(stops).max().orElseThrow(),
            steps,
            refit(stops));
  }

  /** Steps of a refit: the mean of those at which the folds stopped. */
  public static int refit(int[] stops) {
    return (int) Math.round(Arrays.stream(stops).average().orElseThrow());
  }
}
