package tenfold.core.learn.ridge;

import java.io.Serializable;
import java.util.List;

/** A fit on the whole training part with the candidates that it answers, for leave-one-out. */
final class Directions implements Serializable {

  private static final long serialVersionUID = 1;

  private final Basis basis;
  private final int[] candidates;
  private final double[] lambdas;
  private final double[] squares;
  private final Rounding[] rounding;

  /** The fit and the candidates, by their numbers in the setup's grid. */
  Directions(Setup setup, Fit fit, List<Integer> candidates) {
    basis = fit.basis();
    this.candidates = candidates.stream().mapToInt(c -> c).toArray();
    lambdas = candidates.stream().mapToDouble(setup::lambda).toArray();
    squares = candidates.stream().mapToDouble(c -> fit.squares(setup.lambda(c))).toArray();
    rounding = candidates.stream().map(c -> fit.rounding(setup.lambda(c))).toArray(Rounding[]::new);
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

  /** The rounding in what its fit says of rows that leave. */
  Rounding rounding(int l) {
    return rounding[l];
  }
}
