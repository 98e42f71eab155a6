package tenfold.core.learn.ridge;

import java.io.Serializable;
import tenfold.core.kernel.Blas;

/**
 * A training set's scaled terms turned to the directions in which ridge is a division: with {@code
 * Z'Z = V diag(e) V'} and {@code b = V'Z'y}, the weights for any lambda are {@code V (b / (e +
 * lambda))}.
 */
final class Basis implements Serializable {

  private static final long serialVersionUID = 1;

  private final Columns columns;
  private final double[] v;
  private final double[] e;
  private final double[] b;
  private final double cut;

  /**
   * A basis; the arrays are owned.
   *
   * @param v directions, one to a column, in the active terms
   * @param e squares of the singular values; 0 says that no row has anything in the direction,
   *     which then has no weight at any lambda
   * @param cut directions whose {@code e} is not above it do not exist as far as a lambda that is
   *     not above it either is concerned: the solution is that of minimum norm
   */
  Basis(Columns columns, double[] v, double[] e, double[] b, double cut) {
    this.columns = columns;
    this.v = v;
    this.e = e;
    this.b = b;
    this.cut = cut;
  }

  /** How terms are centred and scaled. */
  Columns columns() {
    return columns;
  }

  /** Number of directions. */
  int size() {
    return e.length;
  }

  /** Square {@code i}: of the singular value of Z in direction {@code i}. */
  double e(int i) {
    return e[i];
  }

  /** The directions, one to a column; not to be modified. */
  double[] v() {
    return v;
  }

  /** The directions that are cut at small lambdas have no more than this. */
  double cut() {
    return cut;
  }

  /** Returns {@code 1 / (e + lambda)} for direction {@code i}, or 0 if it is cut. */
  double inverse(int i, double lambda) {
    boolean none = e[i] == 0 || (e[i] <= cut && lambda <= cut);
    return none ? 0 : 1 / (Math.max(e[i], 0) + lambda);
  }

  /** Returns the weights of the directions. */
  double[] along(double lambda) {
    double[] out = new double[e.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = b[i] * inverse(i, lambda);
    }
    return out;
  }

  /** Returns the weights of the scaled active terms from those of the directions. */
  double[] scaled(double[] along) {
    return Blas.apply(v, along);
  }

  /** Returns the constant (of the shifted target) and the weights of all terms as they are. */
  double[] beta(double lambda) {
    return columns.beta(scaled(along(lambda)));
  }

  /** Returns {@code b} of direction {@code i}: its product with the target. */
  double b(int i) {
    return b[i];
  }
}
