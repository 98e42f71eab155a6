package tenfold.core.learn.logistic;

import tenfold.core.data.Block;
import tenfold.core.data.Classes;
import tenfold.core.learn.terms.Expander;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Problem;

/**
 * Training rows of a block, a chunk at a time, in the order of their parts: a column of ones and
 * the terms, and each row's class and weight.
 */
final class Lines {

  private final Block block;
  private final Expander expander;
  private final int[] truthOfRow;
  private final int[] index;
  private final int[] first; // row of the order at which each part begins, and their number
  private final int[] truth;
  private final double[] weight;
  private int from;
  private int rows;

  Lines(Problem problem, Terms terms, Block block, int[][] rowsOfPart) {
    this.block = block;
    first = new int[rowsOfPart.length + 1];
    for (int part = 0; part < rowsOfPart.length; part++) {
      first[part + 1] = first[part] + rowsOfPart[part].length;
    }
    index = new int[first[rowsOfPart.length]];
    for (int part = 0; part < rowsOfPart.length; part++) {
      System.arraycopy(rowsOfPart[part], 0, index, first[part], rowsOfPart[part].length);
    }
    truthOfRow = Classes.of(block, problem.classes());
    expander = LogisticModel.plain(problem.encoder(), terms, block);
    truth = new int[expander.ld()];
    weight = new double[expander.ld()];
  }

  /** Goes to the next chunk; returns whether there is one. */
  boolean next() {
    from += rows;
    rows = Math.min(expander.ld(), index.length - from);
    if (rows == 0) {
      return false;
    }
    expander.fill(index, from, from + rows);
    for (int i = 0; i < rows; i++) {
      truth[i] = truthOfRow[index[from + i]];
      weight[i] = block.weight(index[from + i]);
    }
    return true;
  }

  /** Rows in the chunk. */
  int rows() {
    return rows;
  }

  /** Distance between columns. */
  int ld() {
    return expander.ld();
  }

  /** The columns: ones, then the terms. */
  double[] x() {
    return expander.x();
  }

  /** Number of name columns. */
  int names() {
    return expander.names();
  }

  /** The 0/1 column of a name of row {@code i}, or -1 if it has none. */
  int hot(int i, int name) {
    return expander.hot(index[from + i], name);
  }

  /** Class of row {@code i}. */
  int truth(int i) {
    return truth[i];
  }

  /** Weight of row {@code i}. */
  double weight(int i) {
    return weight[i];
  }

  /** Where in the chunk a part begins: a row, or the number of rows if it is past the chunk. */
  int begin(int part) {
    return Math.max(0, Math.min(rows, first[part] - from));
  }
}
