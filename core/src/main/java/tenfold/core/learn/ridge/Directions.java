package tenfold.core.learn.ridge;

import java.io.Serializable;
import java.util.List;

/** A fit on the whole training part with the candidates that it answers, for leave-one-out. */
final class Directions implements Serializable {

  private static final long serialVersionUID = 1;

  /** Least eigenvalue of {@code I - H} that anything is divided by. */
  private static final double LEAST = 1e-10;

  /** By how much it must exceed the rounding in it. */
  private static final double ABOVE_ROUNDING = 1e7;

  private final Basis basis;
  private final int[] candidates;
  private final double[] lambdas;
  private final double[] squares;
  private final double[] least;

  /** The fit and the candidates, by their numbers in the setup's grid. */
  Directions(Setup setup, Fit fit, List<Integer> candidates) {
    basis = fit.basis();
    this.candidates = candidates.stream().mapToInt(c -> c).toArray();
    lambdas = candidates.stream().mapToDouble(setup::lambda).toArray();
    squares = candidates.stream().mapToDouble(c -> fit.squares(setup.lambda(c))).toArray();
    least =
        candidates.stream()
            .mapToDouble(c -> ABOVE_ROUNDING * fit.leverageError(setup.lambda(c)))
            .map(rounding -> Math.max(LEAST, rounding))
            .toArray();
  }

  /** The fit's directions. */
  Basis basis() {
    return basis;
  }

  /** How many candidates. */
  int size() {
    return candidates.length;
  }

  /** Number of candidate {@code l} in the grid. */
  int candidate(int l) {
    return candidates[l];
  }

  /** Its lambda. */
  double lambda(int l) {
    return lambdas[l];
  }

  /** Its sum of squared residuals over the training part. */
  double squares(int l) {
    return squares[l];
  }

  /** Rows must leave it an eigenvalue of {@code I - H} of at least this, or be fitted directly. */
  double least(int l) {
    return least[l];
  }
}
