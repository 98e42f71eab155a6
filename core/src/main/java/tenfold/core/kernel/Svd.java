package tenfold.core.kernel;

import org.netlib.util.intW;

/** The singular value decomposition {@code a = u diag(s) v'} of a square matrix. */
public final class Svd {

  private final double[] u;
  private final double[] s;
  private final double[] v;

  private Svd(double[] u, double[] s, double[] v) {
    this.u = u;
    this.s = s;
    this.v = v;
  }

  /**
   * Decomposes {@code a} of order {@code n}, column-major, which is overwritten. Cost: about {@code
   * 22 n^3} flops and {@code 6 n^2} doubles. Each singular value is off by about {@code eps} times
   * the largest.
   *
   * @throws ArithmeticException if the iteration does not converge
   */
  public static Svd of(double[] a, int n) {
    double[] s = new double[n];
    double[] u = new double[n * n];
    double[] vt = new double[n * n];
    if (n > 0) {
      double[] work = new double[n * (4 * n + 7) + 64 * n];
      intW info = new intW(0);
      Native.LAPACK_IN_USE.dgesdd(
          "A", n, n, a, n, s, u, n, vt, n, work, work.length, new int[8 * n], info);
      if (info.val != 0) {
        throw new ArithmeticException(
            "the singular value decomposition of order %d did not converge".formatted(n));
      }
    }
    double[] v = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        v[j * n + i] = vt[i * n + j];
      }
    }
    return new Svd(u, s, v);
  }

  /** Left singular vectors, one to a column. */
  public double[] u() {
    return u;
  }

  /** Singular values, descending. */
  public double[] s() {
    return s;
  }

  /** Right singular vectors, one to a column. */
  public double[] v() {
    return v;
  }
}
