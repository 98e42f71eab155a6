package tenfold.core.learn.terms;

import tenfold.core.data.Block;
import tenfold.core.data.Encoded;
import tenfold.core.data.Encoder;

/**
 * Turns chosen rows of a block into a chunk of columns: some leading ones that a family fills, then
 * the terms, each times the first leading column. The chunk is one buffer, column-major, used again
 * for the next rows.
 */
public final class Expander {

  /**
   * Rows of a chunk: whole cache lines, and no power of two apart, which would share cache sets.
   */
  public static final int ROWS = 504;

  private final Terms terms;
  private final Lead lead;
  private final Encoded encoded;
  private final int first;
  private final int ld;
  private final double[] x;
  private final double[] z;
  private int rows;

  /** Fills the leading columns of a row; the first of them multiplies the row's terms. */
  public interface Lead {

    /** A column of ones. */
    Lead ONES = (row, x, at, ld) -> x[at] = 1;

    /**
     * Fills them.
     *
     * @param row its place in the block
     * @param x the chunk; the row's value of the first column stands at {@code at}, of the next at
     *     {@code at + ld}, and so on
     */
    void fill(int row, double[] x, int at, int ld);
  }

  /**
   * An expander.
   *
   * @param capacity rows that it can hold at a time
   * @param first number of leading columns, at least 1
   */
  public Expander(Encoder encoder, Terms terms, Block block, int capacity, int first, Lead lead) {
    this.terms = terms;
    this.lead = lead;
    this.first = first;
    encoded = encoder.encode(block);
    ld = Math.max(1, Math.min(capacity, block.rows()));
    // A column to spare, since BLAS asks for whole columns from whichever row it begins at.
    x = new double[Math.multiplyExact(ld, first + terms.count() + 1)];
    z = new double[ld * encoded.numbers()];
  }

  /** Fills the chunk with rows {@code index[from]} to {@code index[to - 1]} of the block. */
  public void fill(int[] index, int from, int to) {
    rows = to - from;
    int numbers = encoded.numbers();
    for (int i = 0; i < rows; i++) {
      int row = index[from + i];
      lead.fill(row, x, i, ld);
      for (int j = 0; j < numbers; j++) {
        z[j * ld + i] = encoded.z()[row * numbers + j];
      }
    }
    int names = terms.indicators() == 0 ? 0 : encoded.names();
    java.util.Arrays.fill(x, first * ld, (first + terms.indicators()) * ld, 0);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < names; j++) {
        int hot = encoded.hot()[index[from + i] * names + j];
        if (hot >= 0) {
          x[(first + hot) * ld + i] = x[i];
        }
      }
    }
    terms.expand(z, rows, ld, x, 0, first + terms.indicators());
  }

  /** Visits the rows of each part, a chunk at a time, parts in order. */
  public void each(int[][] rowsOfPart, Visitor visitor) {
    for (int part = 0; part < rowsOfPart.length; part++) {
      int[] index = rowsOfPart[part];
      for (int from = 0; from < index.length; from += ld) {
        fill(index, from, Math.min(index.length, from + ld));
        visitor.chunk(part, this);
      }
    }
  }

  /** What is done with a chunk. */
  public interface Visitor {
    void chunk(int part, Expander chunk);
  }

  /** The chunk's columns, {@link #ld} apart. */
  public double[] x() {
    return x;
  }

  /** Number of name columns. */
  public int names() {
    return encoded.names();
  }

  /** The 0/1 column of a name of a row of the block, or -1 if it has none. */
  public int hot(int row, int name) {
    return encoded.hot()[row * encoded.names() + name];
  }

  /** Rows in the chunk. */
  public int rows() {
    return rows;
  }

  /** Distance between columns. */
  public int ld() {
    return ld;
  }

  /**
   * Writes the prediction of each row of the chunk to {@code out}: term by term in one order, so
   * that a row's prediction does not depend on its neighbours.
   *
   * @param beta the constant, then the weights of the first {@code beta.length - 1} terms
   */
  public void predict(double[] beta, double[] out) {
    java.util.Arrays.fill(out, 0, rows, 0);
    for (int j = 0; j < beta.length; j++) {
      int from = (j == 0 ? 0 : first + j - 1) * ld;
      double weight = beta[j];
      for (int i = 0; i < rows; i++) {
        out[i] += weight * x[from + i];
      }
    }
  }
}
