package tenfold.core.learn.forest;

import java.io.Serializable;
import tenfold.core.data.Inputs;
import tenfold.core.learn.tree.Tree;
import tenfold.core.learn.tree.Walker;

/** One tree of a forest: its splits, and its leaves' votes in units. */
final class Voter implements Serializable {

  private static final long serialVersionUID = 1;

  private final Walker walker;
  private final int outputs;
  private final int[] votes;

  private Voter(Walker walker, int outputs, int[] votes) {
    this.walker = walker;
    this.outputs = outputs;
    this.votes = votes;
  }

  static Voter of(Inputs inputs, double scale, Tree tree) {
    Walker walker = Walker.of(inputs, tree);
    int[] votes = new int[walker.leaves() * tree.outputs()];
    int at = 0;
    for (int node = 0; node < tree.nodes(); node++) {
      for (int c = 0; tree.leaf(node) && c < tree.outputs(); c++) {
        votes[at++] = Votes.of(tree, node, c, scale);
      }
    }
    return new Voter(walker, tree.outputs(), votes);
  }

  /** Adds the votes on row {@code i} to {@code sums} from {@code at}. */
  void add(double[][] columns, int i, double[] sums, int at) {
    int leaf = walker.leaf(columns, i) * outputs;
    for (int c = 0; c < outputs; c++) {
      sums[at + c] += votes[leaf + c];
    }
  }

  /** Adds the votes on a row to {@code sums}. */
  void add(double[] row, double[] sums) {
    int leaf = walker.leaf(row) * outputs;
    for (int c = 0; c < outputs; c++) {
      sums[c] += votes[leaf + c];
    }
  }

  /** A tree that votes alike. */
  Tree tree(double scale) {
    double[] values = new double[votes.length];
    for (int v = 0; v < votes.length; v++) {
      values[v] = Votes.value(votes[v], scale);
    }
    return walker.tree(outputs, values);
  }
}
