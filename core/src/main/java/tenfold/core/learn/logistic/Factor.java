package tenfold.core.learn.logistic;

import tenfold.core.kernel.Cholesky;

/**
 * Second derivatives, ready to turn a gradient into a step. A share of the largest one is added to
 * the diagonal: too little to slow a step that matters, enough where directions have none at all
 * (levels of a name that add up to 1, classes that share a shift), along which gradients are 0.
 */
final class Factor {

  private static final double SHARE = 1e-10;
  private static final double MORE = 100;

  private final double[] lower;
  private final int n;

  private Factor(double[] lower, int n) {
    this.lower = lower;
    this.n = n;
  }

  /** Returns the factor of a matrix of order {@code n}, both triangles given; not modified. */
  static Factor of(double[] h, int n) {
    double largest = Double.MIN_NORMAL;
    for (int j = 0; j < n; j++) {
      largest = Math.max(largest, h[j * n + j]);
    }
    if (!(largest < Double.POSITIVE_INFINITY)) {
      throw new ArithmeticException("second derivatives of the cost are not finite");
    }
    for (double share = SHARE; ; share *= MORE) {
      double[] a = h.clone();
      for (int j = 0; j < n; j++) {
        a[j * n + j] += share * largest;
      }
      if (Cholesky.factor(a, n)) {
        return new Factor(a, n);
      }
    }
  }

  /** Returns the step that would end at the bottom of the quadratic with this gradient. */
  double[] step(double[] gradient) {
    double[] out = gradient.clone();
    Cholesky.solve(lower, n, out);
    for (int i = 0; i < n; i++) {
      out[i] = -out[i];
    }
    return out;
  }
}
