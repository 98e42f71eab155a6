package tenfold.core.learn.tree;

import java.io.Serializable;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;

/**
 * The splits of a tree alone, packed for finding the leaf of a row: 16 bytes a node. Leaves are
 * numbered from 0 in the order of their nodes.
 */
public final class Walker implements Serializable {

  private static final long serialVersionUID = 1;

  private static final int LEAF = -1;
  private static final int NAME = 1;
  private static final int MISSING_LEFT = 2;
  private static final int FLAGS = 2;

  private final int[] split; // the column above two flags
  private final double[] threshold;
  private final int[] next; // left child; of a leaf its number
  private final int leaves;

  private Walker(int[] split, double[] threshold, int[] next, int leaves) {
    this.split = split;
    this.threshold = threshold;
    this.next = next;
    this.leaves = leaves;
  }

  /** Packs the splits of {@code tree}, which splits columns of {@code inputs}. */
  public static Walker of(Inputs inputs, Tree tree) {
    int n = tree.nodes();
    int[] split = new int[n];
    double[] threshold = new double[n];
    int[] next = new int[n];
    int leaves = 0;
    for (int node = 0; node < n; node++) {
      if (tree.leaf(node)) {
        split[node] = LEAF;
        next[node] = leaves++;
        continue;
      }
      int column = tree.column(node);
      split[node] =
          column << FLAGS
              | (inputs.columns().get(column).kind() == Kind.NAME ? NAME : 0)
              | (tree.missingLeft(node) ? MISSING_LEFT : 0);
      threshold[node] = tree.threshold(node);
      next[node] = tree.left(node);
    }
    return new Walker(split, threshold, next, leaves);
  }

  /** Number of leaves. */
  public int leaves() {
    return leaves;
  }

  /** Returns the leaf to which row {@code i} of {@code columns} comes. */
  public int leaf(double[][] columns, int i) {
    int node = 0;
    while (split[node] != LEAF) {
      node = next(node, columns[split[node] >> FLAGS][i]);
    }
    return next[node];
  }

  /** Returns the leaf to which a row comes, a value for each column. */
  public int leaf(double[] row) {
    int node = 0;
    while (split[node] != LEAF) {
      node = next(node, row[split[node] >> FLAGS]);
    }
    return next[node];
  }

  private int next(int node, double value) {
    boolean left;
    if ((split[node] & NAME) != 0) {
      left = value != threshold[node];
    } else if (Double.isNaN(value)) {
      left = (split[node] & MISSING_LEFT) != 0;
    } else {
      left = value <= threshold[node];
    }
    return left ? next[node] : next[node] + 1;
  }

  /**
   * Returns a tree of these splits that holds no more than a prediction needs: no gains, and a row
   * for each node.
   *
   * @param outputs number of classes, or 1 for a regression
   * @param leafValues {@code leaves * outputs}
   */
  public Tree tree(int outputs, double[] leafValues) {
    int n = split.length;
    int[] column = new int[n];
    boolean[] missingLeft = new boolean[n];
    int[] left = new int[n];
    double[] rows = new double[n];
    double[] values = new double[n * outputs];
    for (int node = 0; node < n; node++) {
      rows[node] = 1;
      if (split[node] == LEAF) {
        column[node] = LEAF;
        System.arraycopy(leafValues, next[node] * outputs, values, node * outputs, outputs);
      } else {
        column[node] = split[node] >> FLAGS;
        missingLeft[node] = (split[node] & MISSING_LEFT) != 0;
        left[node] = next[node];
      }
    }
    return new Tree(
        outputs, column, threshold.clone(), missingLeft, left, new double[n], rows, values);
  }
}
