package tenfold.core.kernel;

import org.netlib.util.intW;

/** Solves symmetric positive definite systems: {@code a = l l'} by LAPACK. */
public final class Cholesky {

  private Cholesky() {}

  /**
   * Replaces {@code a} by its factor. Cost: {@code n^3 / 3} flops, no allocation.
   *
   * @param a column-major, {@code n * n}; the lower triangle is read, and overwritten by the factor
   * @return whether {@code a} is positive definite as far as rounding lets it be seen; if not, its
   *     lower triangle is spoilt
   */
  public static boolean factor(double[] a, int n) {
    intW info = new intW(0);
    Native.LAPACK_IN_USE.dpotrf("L", n, a, n, info);
    return info.val == 0;
  }

  /**
   * Replaces {@code b} by the solution of {@code a x = b}. Cost: {@code 2 n^2} flops.
   *
   * @param factor what {@link #factor} made of {@code a}; not modified
   */
  public static void solve(double[] factor, int n, double[] b) {
    intW info = new intW(0);
    Native.LAPACK_IN_USE.dpotrs("L", n, 1, factor, n, b, n, info);
  }
}
