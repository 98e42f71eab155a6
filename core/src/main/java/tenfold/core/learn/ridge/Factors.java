package tenfold.core.learn.ridge;

import java.io.Serializable;
import tenfold.core.kernel.Qr;
import tenfold.core.learn.terms.Expander;

/**
 * Triangular factors of the rows {@code [1, terms, y - shift]} of each part, for each of some
 * degrees; mergeable. Each degree has a factor of its own, so that no degree's bytes depend on
 * which others were asked for.
 */
final class Factors implements Serializable {

  private static final long serialVersionUID = 1;

  private final int[] terms;
  private final double[][][] r;

  /** No rows yet: factors for {@code terms[d]} terms, for each of {@code parts} parts. */
  Factors(int[] terms, int parts) {
    this(terms, new double[terms.length][parts][]);
  }

  private Factors(int[] terms, double[][][] r) {
    this.terms = terms;
    this.r = r;
  }

  /** Adds the rows of the chunk to a part. */
  void add(int part, Expander chunk) {
    int ld = chunk.ld();
    for (int d = 0; d < terms.length; d++) {
      int q = terms[d] + 2;
      double[] x = new double[ld * q];
      System.arraycopy(chunk.x(), 0, x, 0, ld);
      System.arraycopy(chunk.x(), Leading.FIRST * ld, x, ld, terms[d] * ld);
      System.arraycopy(chunk.x(), Leading.Y * ld, x, (q - 1) * ld, ld);
      if (r[d][part] == null) {
        r[d][part] = new double[q * q];
      }
      Qr.append(r[d][part], q, x, chunk.rows(), ld);
    }
  }

  /** Adds what {@code other} holds; it is used up. */
  void merge(Factors other) {
    for (int d = 0; d < r.length; d++) {
      for (int part = 0; part < r[d].length; part++) {
        r[d][part] = stack(r[d][part], other.r[d][part], terms[d] + 2);
      }
    }
  }

  /** The factor of a part's rows; null for a part without rows. */
  double[] r(int degree, int part) {
    return r[degree][part];
  }

  /** Returns the factor of both sets of rows, a new array; either may be null for no rows. */
  static double[] stack(double[] a, double[] b, int q) {
    if (a == null || b == null) {
      return a == null ? (b == null ? null : b.clone()) : a.clone();
    }
    double[] out = a.clone();
    Qr.append(out, q, b, q, q);
    return out;
  }
}
