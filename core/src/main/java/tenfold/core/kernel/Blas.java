package tenfold.core.kernel;

/**
 * Products of dense matrices. All matrices are column-major; {@code ld} is the distance between
 * columns. Sums run in one order for given shapes, on the caller's thread.
 */
public final class Blas {

  private Blas() {}

  /** What does the work, for the record: {@code OpenBLAS (bundled)}, say, or {@code Java}. */
  public static String name() {
    return Native.NAME;
  }

  /**
   * Adds {@code x'x} to {@code g}. Cost: {@code rows * q * q} flops; no allocation.
   *
   * @param x {@code rows} by {@code q}, columns {@code ld} apart; not modified
   * @param g {@code q} by {@code q}; the lower triangle is added to, the rest left alone
   */
  public static void addGram(double[] x, int rows, int ld, int q, double[] g) {
    Native.BLAS_IN_USE.dsyrk("L", "T", q, rows, 1, x, ld, 1, g, q);
  }

  /**
   * Adds {@code x'r} to {@code out}, products of {@code rows} rows from row {@code from} on. Cost:
   * {@code 2 rows p n} flops; no allocation.
   *
   * @param x {@code p} columns, {@code ld} apart, and room for {@code from} numbers more; not
   *     modified
   * @param r {@code n} columns, the same
   * @param out {@code p} by {@code n}, columns {@code ldOut} apart, from {@code at}
   */
  public static void addCross(
      double[] x,
      double[] r,
      int from,
      int rows,
      int ld,
      int p,
      int n,
      double[] out,
      int at,
      int ldOut) {
    Native.BLAS_IN_USE.dgemm("T", "N", p, n, rows, 1, x, from, ld, r, from, ld, 1, out, at, ldOut);
  }

  /**
   * Writes {@code a b} to {@code out}: {@code m} by {@code n}, with {@code inner} products each.
   *
   * @param a {@code m} by {@code inner}, columns {@code lda} apart, from {@code fromA}
   * @param b {@code inner} by {@code n}, columns {@code inner} apart
   * @param out {@code m} by {@code n}, columns {@code ldOut} apart
   */
  public static void multiply(
      int m,
      int inner,
      int n,
      double[] a,
      int fromA,
      int lda,
      double[] b,
      double[] out,
      int ldOut) {
    Native.BLAS_IN_USE.dgemm(
        "N", "N", m, n, inner, 1, a, fromA, lda, b, 0, Math.max(1, inner), 0, out, 0, ldOut);
  }

  /** Returns {@code a x} for a square {@code a} of order {@code x.length}. */
  public static double[] apply(double[] a, double[] x) {
    int n = x.length;
    double[] out = new double[n];
    if (n > 0) {
      Native.BLAS_IN_USE.dgemv("N", n, n, 1, a, n, x, 1, 0, out, 1);
    }
    return out;
  }

  /** Returns {@code a' x} for a square {@code a} of order {@code x.length}. */
  public static double[] applyTransposed(double[] a, double[] x) {
    int n = x.length;
    double[] out = new double[n];
    if (n > 0) {
      Native.BLAS_IN_USE.dgemv("T", n, n, 1, a, n, x, 1, 0, out, 1);
    }
    return out;
  }
}
