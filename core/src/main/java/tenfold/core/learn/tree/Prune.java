package tenfold.core.learn.tree;

import java.util.Arrays;

/**
 * Cuts a tree where stricter limits end it. Nodes that stay keep their order, so the result is the
 * tree that the same grower would have grown to those limits.
 */
final class Prune {

  private final Tree tree;

  /** The number of each node of the tree in the result, -1 for one that goes. */
  private final int[] renumbered;

  /** Whether each node of the tree is split in the result. */
  private final boolean[] split;

  private final int nodes;

  private Prune(Tree tree, Limits limits) {
    this.tree = tree;
    split = new boolean[tree.nodes()];
    renumbered = new int[tree.nodes()];
    Arrays.fill(renumbered, -1);
    visit(limits);
    int n = 0;
    for (int node = 0; node < renumbered.length; node++) {
      renumbered[node] = renumbered[node] < 0 ? -1 : n++;
    }
    nodes = n;
  }

  /** Returns the part of {@code tree} that {@code limits} allow. */
  static Tree of(Tree tree, Limits limits) {
    return new Prune(tree, limits).cut();
  }

  /** Walks down from the root, a level at a time, as far as the limits allow. */
  private void visit(Limits limits) {
    int[] level = {0};
    for (int depth = 0; level.length > 0; depth++) {
      int[] next = new int[2 * level.length];
      int n = 0;
      for (int node : level) {
        renumbered[node] = 0;
        split[node] = !tree.leaf(node) && limits.split(depth, tree.rows(node), tree.gain(node));
        if (split[node]) {
          next[n++] = tree.left(node);
          next[n++] = tree.right(node);
        }
      }
      level = Arrays.copyOf(next, n);
    }
  }

  private Tree cut() {
    int outputs = tree.outputs();
    int[] column = new int[nodes];
    double[] threshold = new double[nodes];
    boolean[] missingLeft = new boolean[nodes];
    int[] left = new int[nodes];
    double[] gain = new double[nodes];
    double[] rows = new double[nodes];
    double[] values = new double[nodes * outputs];
    for (int node = 0; node < renumbered.length; node++) {
      int to = renumbered[node];
      if (to < 0) {
        continue;
      }
      rows[to] = tree.rows(node);
      for (int c = 0; c < outputs; c++) {
        values[to * outputs + c] = tree.value(node, c);
      }
      column[to] = -1;
      if (split[node]) {
        column[to] = tree.column(node);
        threshold[to] = tree.threshold(node);
        missingLeft[to] = tree.missingLeft(node);
        left[to] = renumbered[tree.left(node)];
        gain[to] = tree.gain(node);
      }
    }
    return new Tree(outputs, column, threshold, missingLeft, left, gain, rows, values);
  }
}
