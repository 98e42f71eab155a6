package tenfold.core.learn.ridge;

import tenfold.core.data.Block;
import tenfold.core.data.Encoded;
import tenfold.core.data.Encoder;
import tenfold.core.sweep.Problem;

/**
 * Turns chosen rows of a block into a chunk of columns {@code [1, y - shift, terms]}, each row
 * times the square root of its weight, so that products of columns are the weighted sums. The chunk
 * is one buffer, column-major, used again for the next rows.
 */
final class Expander {

  /**
   * Rows of a chunk: whole cache lines, and no power of two apart, which would share cache sets.
   */
  static final int ROWS = 504;

  /** Column of the target. */
  static final int Y = 1;

  /** Column of the first term. */
  static final int FIRST = 2;

  private final Terms terms;
  private final Block block;
  private final Encoded encoded;
  private final boolean training;
  private final double shift;
  private final int ld;
  private final double[] x;
  private final double[] z;
  private int rows;

  private Expander(
      Encoder encoder, Terms terms, Block block, int capacity, boolean training, double shift) {
    this.terms = terms;
    this.block = block;
    this.training = training;
    this.shift = shift;
    encoded = encoder.encode(block);
    ld = Math.max(1, Math.min(capacity, block.rows()));
    x = new double[Math.multiplyExact(ld, FIRST + terms.count())];
    z = new double[ld * encoded.numbers()];
  }

  /** An expander of rows with their weights and targets, up to {@code capacity} at a time. */
  static Expander training(Problem problem, Terms terms, Block block, int capacity) {
    return new Expander(problem.encoder(), terms, block, capacity, true, problem.shift());
  }

  /** An expander of rows by themselves: weights are 1, targets not looked at. */
  static Expander plain(Encoder encoder, Terms terms, Block block) {
    return new Expander(encoder, terms, block, ROWS, false, 0);
  }

  /** Fills the chunk with rows {@code index[from]} to {@code index[to - 1]} of the block. */
  void fill(int[] index, int from, int to) {
    rows = to - from;
    int numbers = encoded.numbers();
    for (int i = 0; i < rows; i++) {
      int row = index[from + i];
      double root = training && block.weighted() ? Math.sqrt(block.weight(row)) : 1;
      x[i] = root;
      x[Y * ld + i] = training ? root * (block.target()[row] - shift) : 0;
      for (int j = 0; j < numbers; j++) {
        z[j * ld + i] = encoded.z()[row * numbers + j];
      }
    }
    int names = encoded.names();
    java.util.Arrays.fill(x, FIRST * ld, (FIRST + terms.indicators()) * ld, 0);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < names; j++) {
        int hot = encoded.hot()[index[from + i] * names + j];
        if (hot >= 0) {
          x[(FIRST + hot) * ld + i] = x[i];
        }
      }
    }
    terms.expand(z, rows, ld, x, 0, FIRST + terms.indicators());
  }

  /** Visits the rows of each part, a chunk at a time, parts in order. */
  void each(int[][] rowsOfPart, Visitor visitor) {
    for (int part = 0; part < rowsOfPart.length; part++) {
      int[] index = rowsOfPart[part];
      for (int from = 0; from < index.length; from += ld) {
        fill(index, from, Math.min(index.length, from + ld));
        visitor.chunk(part, this);
      }
    }
  }

  /** What is done with a chunk. */
  interface Visitor {
    void chunk(int part, Expander chunk);
  }

  /** The chunk's columns, {@link #ld} apart. */
  double[] x() {
    return x;
  }

  /** Rows in the chunk. */
  int rows() {
    return rows;
  }

  /** Distance between columns. */
  int ld() {
    return ld;
  }

  /**
   * Writes the prediction of each row of the chunk to {@code out}: term by term in one order, so
   * that a row's prediction does not depend on its neighbours.
   *
   * @param beta the constant, then the weights of the first {@code beta.length - 1} terms
   */
  void predict(double[] beta, double[] out) {
    java.util.Arrays.fill(out, 0, rows, 0);
    for (int j = 0; j < beta.length; j++) {
      int from = (j == 0 ? 0 : FIRST + j - 1) * ld;
      double weight = beta[j];
      for (int i = 0; i < rows; i++) {
        out[i] += weight * x[from + i];
      }
    }
  }
}
