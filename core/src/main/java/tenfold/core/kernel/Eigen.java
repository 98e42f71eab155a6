package tenfold.core.kernel;

import org.netlib.util.intW;

/** Symmetric eigen-decomposition by LAPACK's divide and conquer. */
public final class Eigen {

  private Eigen() {}

  /**
   * Decomposes a symmetric matrix: {@code a = v diag(e) v'}. Cost: about {@code 9 n^3} flops and
   * {@code 2 n^2} doubles. Each eigenvalue is off by about {@code eps} times the largest.
   *
   * @param a column-major, {@code n * n}; the lower triangle is read, then overwritten by the
   *     eigenvectors, one to a column
   * @return the eigenvalues, ascending
   * @throws ArithmeticException if the iteration does not converge
   */
  public static double[] decompose(double[] a, int n) {
    double[] values = new double[n];
    if (n == 0) {
      return values;
    }
    double[] work = new double[1 + 6 * n + 2 * n * n];
    int[] whole = new int[3 + 5 * n];
    intW info = new intW(0);
    Native.LAPACK_IN_USE.dsyevd(
        "V", "L", n, a, n, values, work, work.length, whole, whole.length, info);
    if (info.val != 0) {
      throw new ArithmeticException(
          "the eigen-decomposition of a matrix of order %d did not converge".formatted(n));
    }
    return values;
  }
}
