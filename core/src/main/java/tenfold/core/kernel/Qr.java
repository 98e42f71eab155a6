package tenfold.core.kernel;

import org.netlib.util.intW;

/**
 * Triangular factors of tall matrices that grow: {@code r'r = x'x} without squaring the condition.
 * Two factors stacked and factored again are the factor of both sets of rows (Demmel, Grigori,
 * Hoemmen and Langou, "Communication-optimal parallel and sequential QR and LU factorizations",
 * SIAM J. Sci. Comput. 34, 2012).
 */
public final class Qr {

  private Qr() {}

  /**
   * Replaces {@code r} by the factor of the rows that it stands for and {@code rows} more. Cost:
   * {@code 2 q^2 (q + rows)} flops and as many doubles as the two hold.
   *
   * @param r upper triangle, column-major, {@code q * q}, zeros below; written
   * @param x {@code rows} by {@code q}, columns {@code ld} apart; not modified
   */
  public static void append(double[] r, int q, double[] x, int rows, int ld) {
    int height = q + rows;
    double[] stack = new double[Math.multiplyExact(height, q)];
    for (int j = 0; j < q; j++) {
      System.arraycopy(r, j * q, stack, j * height, j + 1);
      System.arraycopy(x, j * ld, stack, j * height + q, rows);
    }
    double[] tau = new double[q];
    double[] work = new double[64 * q];
    intW info = new intW(0);
    Native.LAPACK_IN_USE.dgeqrf(height, q, stack, height, tau, work, work.length, info);
    for (int j = 0; j < q; j++) {
      System.arraycopy(stack, j * height, r, j * q, j + 1);
    }
  }
}
