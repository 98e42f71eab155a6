package tenfold.core.sweep;

import java.util.Arrays;
import java.util.OptionalDouble;

/** The standard error of a mean over folds. */
public final class StandardError {

  private StandardError() {}

  /**
   * Returns the standard deviation (n-1) of the values over the root of {@code folds}; empty for
   * fewer than two values.
   *
   * <p>It is approximate, since training sets overlap. Repeats of the folds sharpen the standard
   * deviation and do not divide the error: their test rows are the same rows.
   *
   * @param values one score for each fold of each repeat
   * @param folds number of folds in one repeat
   */
  public static OptionalDouble of(double[] values, long folds) {
    if (values.length < 2) {
      return OptionalDouble.empty();
    }
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return OptionalDouble.of(Math.sqrt(squares / (values.length - 1) / folds));
  }
}
