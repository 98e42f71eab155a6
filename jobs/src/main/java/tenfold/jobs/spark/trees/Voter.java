package tenfold.jobs.spark.trees;

import java.io.Serializable;
import tenfold.core.data.Inputs;
import tenfold.core.data.Inputs.Input;
import tenfold.core.data.Kind;
import tenfold.core.learn.forest.Votes;
import tenfold.core.learn.tree.Limits;
import tenfold.core.learn.tree.Tree;

/**
 * A tree of which every node can speak, as a leaf would: where limits end a tree, the node they end
 * at does. A tree of a forest says {@link Votes}, whose sums are exact; one that stands alone says
 * what it holds.
 */
final class Voter implements Serializable {

  private static final long serialVersionUID = 1;

  private final Kind[] kind;
  private final Tree tree;
  private final double[] says;

  Voter(Inputs inputs, Sampling sampling, double scale, Tree tree) {
    kind = inputs.columns().stream().map(Input::kind).toArray(Kind[]::new);
    this.tree = tree;
    int outputs = tree.outputs();
    says = new double[tree.nodes() * outputs];
    for (int i = 0; i < says.length; i++) {
      int node = i / outputs;
      if (sampling == Sampling.BOOTSTRAP) {
        says[i] = Votes.of(tree, node, i % outputs, scale);
      } else {
        says[i] = outputs == 1 ? tree.value(node, 0) : tree.share(node, i % outputs);
      }
    }
  }

  /** Bytes that so many nodes take, with their tree. */
  static long bytes(long nodes, int outputs) {
    return nodes * (4 + 8 + 1 + 4 + 8 + 8 + 16L * outputs);
  }

  /** Most splits on a way from the root. */
  int depth() {
    return depth(0);
  }

  private int depth(int node) {
    return tree.leaf(node) ? 0 : 1 + Math.max(depth(tree.left(node)), depth(tree.right(node)));
  }

  /**
   * Writes the nodes on the way of row {@code i}, the root first.
   *
   * @param columns as {@link Inputs#of} gives them
   * @param path at least {@code depth + 1} places; written
   * @return how many nodes
   */
  int path(double[][] columns, int i, int[] path) {
    int n = 0;
    int node = 0;
    path[n++] = node;
    while (!tree.leaf(node)) {
      int column = tree.column(node);
      node =
          tree.goesLeft(node, columns[column][i], kind[column])
              ? tree.left(node)
              : tree.right(node);
      path[n++] = node;
    }
    return n;
  }

  /** Returns the first place on a path of {@code n} nodes where these limits end it. */
  int end(int[] path, int n, double minGain, double minRows) {
    int end = 0;
    // The depth is cut afterwards, for all depths at once.
    Limits limits = new Limits(Integer.MAX_VALUE, minGain, minRows);
    while (end < n - 1 && limits.split(end, tree.rows(path[end]), tree.gain(path[end]))) {
      end++;
    }
    return end;
  }

  /** Adds what a node says to {@code sums}, from {@code at}. */
  void add(int node, double[] sums, int at) {
    int outputs = tree.outputs();
    for (int c = 0; c < outputs; c++) {
      sums[at + c] += says[node * outputs + c];
    }
  }
}
