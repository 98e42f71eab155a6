package tenfold.core.learn.ridge;

import java.io.Serializable;
import tenfold.core.kernel.Blas;
import tenfold.core.learn.terms.Expander;

/**
 * Sums of products of {@code v = [1, y - shift, terms]} over the rows of each part: a Gram matrix
 * for each part, of which a polynomial of lower degree uses the leading block. A part takes memory
 * once it has a row.
 */
final class Moments implements Serializable {

  private static final long serialVersionUID = 1;

  private final int order;
  private final double[][] gram;
  private final long[] rows;

  /** No rows yet: {@code parts} parts, matrices of {@code order}. */
  Moments(int order, int parts) {
    this(order, new double[parts][], new long[parts]);
  }

  private Moments(int order, double[][] gram, long[] rows) {
    this.order = order;
    this.gram = gram;
    this.rows = rows;
  }

  /** Order of the matrices: two more than terms. */
  int order() {
    return order;
  }

  /** Rows of a part. */
  long rows(int part) {
    return rows[part];
  }

  /** A part's matrix, column-major, lower triangle; null for a part without rows. */
  double[] gram(int part) {
    return gram[part];
  }

  /** Adds the rows of the chunk to a part. */
  void add(int part, Expander chunk) {
    if (gram[part] == null) {
      gram[part] = new double[order * order];
    }
    Blas.addGram(chunk.x(), chunk.rows(), chunk.ld(), order, gram[part]);
    rows[part] += chunk.rows();
  }

  /** Adds what {@code other} holds; it is used up. */
  void merge(Moments other) {
    for (int at = 0; at < gram.length; at++) {
      gram[at] = sum(gram[at], other.gram[at]);
      rows[at] += other.rows[at];
    }
  }

  /** Adds {@code b} to {@code a} and returns it; either may be null for nothing. */
  private static double[] sum(double[] a, double[] b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    for (int i = 0; i < a.length; i++) {
      a[i] += b[i];
    }
    return a;
  }

  /** The sum of two matrices of this order, either null for nothing; a new array. */
  static double[] plus(double[] a, double[] b) {
    return a == null ? (b == null ? null : b.clone()) : sum(a.clone(), b);
  }

  private Object writeReplace() {
    return new Packed(this);
  }

  /** What travels: the lower triangles, column after column. */
  private static final class Packed implements Serializable {

    private static final long serialVersionUID = 1;

    private final int order;
    private final double[][] triangles;
    private final long[] rows;

    Packed(Moments from) {
      order = from.order;
      rows = from.rows;
      triangles = new double[from.gram.length][];
      for (int at = 0; at < triangles.length; at++) {
        triangles[at] = from.gram[at] == null ? null : pack(from.gram[at], order);
      }
    }

    private Object readResolve() {
      double[][] gram = new double[triangles.length][];
      for (int at = 0; at < gram.length; at++) {
        gram[at] = triangles[at] == null ? null : unpack(triangles[at], order);
      }
      return new Moments(order, gram, rows);
    }

    private static double[] pack(double[] square, int q) {
      double[] out = new double[(int) ((long) q * (q + 1) / 2)];
      for (int j = 0, to = 0; j < q; to += q - j, j++) {
        System.arraycopy(square, j * q + j, out, to, q - j);
      }
      return out;
    }

    private static double[] unpack(double[] triangle, int q) {
      double[] out = new double[q * q];
      for (int j = 0, from = 0; j < q; from += q - j, j++) {
        System.arraycopy(triangle, from, out, j * q + j, q - j);
      }
      return out;
    }
  }
}
