package tenfold.core.learn.tree;

import java.io.Serializable;
import tenfold.core.data.Kind;

/**
 * A binary tree over the columns of {@link tenfold.core.data.Inputs}, with all that is known of
 * every node. Node 0 is the root; a node that is split has its children at {@code left} and {@code
 * left + 1}.
 *
 * <p>A row goes left at a column of numbers where its value is at most the threshold, or, where it
 * has none, as {@link #missingLeft} says; at a column of names it goes right where its level is the
 * node's, and left with any other.
 */
public final class Tree implements Serializable {

  private static final long serialVersionUID = 1;

  private final int outputs;
  private final int[] column;
  private final double[] threshold;
  private final boolean[] missingLeft;
  private final int[] left;
  private final double[] gain;
  private final double[] rows;
  private final double[] values;

  /**
   * A tree of {@code n} nodes.
   *
   * @param outputs number of classes, or 1 for a regression
   * @param column input that splits the node, -1 for a leaf
   * @param threshold of a number; the index of the level for a name
   * @param missingLeft whether a missing number goes left
   * @param left left child
   * @param gain what the split gained, in units of the impurity; 0 for a leaf
   * @param rows weight of the training rows that came to the node
   * @param values {@code n * outputs}: weight of each class, or the mean of the targets
   */
  public Tree(
      int outputs,
      int[] column,
      double[] threshold,
      boolean[] missingLeft,
      int[] left,
      double[] gain,
      double[] rows,
      double[] values) {
    this.outputs = outputs;
    this.column = column;
    this.threshold = threshold;
    this.missingLeft = missingLeft;
    this.left = left;
    this.gain = gain;
    this.rows = rows;
    this.values = values;
  }

  /** Number of nodes. */
  public int nodes() {
    return column.length;
  }

  /** Number of classes, or 1 for a regression. */
  public int outputs() {
    return outputs;
  }

  /** Whether the node is not split. */
  public boolean leaf(int node) {
    return column[node] < 0;
  }

  /** The input that splits the node; -1 for a leaf. */
  public int column(int node) {
    return column[node];
  }

  /** The threshold of a number; the index of the level for a name. */
  public double threshold(int node) {
    return threshold[node];
  }

  /** Whether a missing number goes left. */
  public boolean missingLeft(int node) {
    return missingLeft[node];
  }

  /** Whether a row of this value in the column that splits the node, of this kind, goes left. */
  public boolean goesLeft(int node, double value, Kind kind) {
    if (kind == Kind.NAME) {
      return value != threshold[node];
    }
    return Double.isNaN(value) ? missingLeft[node] : value <= threshold[node];
  }

  /** The left child. */
  public int left(int node) {
    return left[node];
  }

  /** The right child. */
  public int right(int node) {
    return left[node] + 1;
  }

  /** What the split gained; 0 for a leaf. */
  public double gain(int node) {
    return gain[node];
  }

  /** Weight of the training rows that came to the node. */
  public double rows(int node) {
    return rows[node];
  }

  /** The class that has most weight in the node, the first among equals. */
  public int likeliest(int node) {
    int best = 0;
    for (int c = 1; c < outputs; c++) {
      best = value(node, c) > value(node, best) ? c : best;
    }
    return best;
  }

  /** Weight of class {@code c} among the rows of the node, or, for a regression, their mean. */
  public double value(int node, int c) {
    return values[node * outputs + c];
  }

  /** Share of class {@code c} in the weight of the node's rows: its probability there. */
  public double share(int node, int c) {
    return value(node, c) / rows[node];
  }

  /**
   * Returns the part of this tree that {@code limits} allow: the tree grown to those limits, where
   * this one was grown to none that is stricter.
   */
  public Tree prune(Limits limits) {
    return Prune.of(this, limits);
  }
}
