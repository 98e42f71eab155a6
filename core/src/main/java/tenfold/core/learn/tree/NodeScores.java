package tenfold.core.learn.tree;

import java.util.Arrays;
import tenfold.core.data.Table;
import tenfold.core.metric.ClassScore;
import tenfold.core.metric.Forecast;
import tenfold.core.metric.RegressionScore;

/**
 * Visits every node of a grown tree as if it were a leaf: what it costs on the rows that grew it,
 * and how it does on the riders that came to it. The score of any prefix of the tree is a sum over
 * the nodes that are its leaves.
 *
 * <p>Goes from the leaves up and puts the rows of each node back in the order of the table, in
 * which they stood when it was split: so sums over them are rounded alike however deep the tree was
 * grown below the node. Cost: a few steps for each row and level.
 */
final class NodeScores {

  private final Table table;
  private final Grown grown;
  private final int[] buffer;

  /** The node being visited; those below it have lost their rows to it. */
  private int node;

  /** Scores the nodes of {@code grown}, whose rows and riders are reordered. */
  NodeScores(Table table, Grown grown) {
    this.table = table;
    this.grown = grown;
    node = grown.tree().nodes();
    buffer = new int[Math.max(grown.rows().length, grown.riders().length)];
  }

  /** Goes to the next node, children before their parents; -1 after the root. */
  int next() {
    node--;
    if (node >= 0 && !grown.tree().leaf(node)) {
      int right = grown.tree().right(node);
      merge(grown.rows(), grown.from(node), grown.from(right), grown.to(node));
      merge(grown.riders(), grown.riderFrom(node), grown.riderFrom(right), grown.riderTo(node));
    }
    return node;
  }

  /** Merges two stretches, each ascending, that stand side by side. */
  private void merge(int[] rows, int from, int mid, int to) {
    System.arraycopy(rows, from, buffer, 0, mid - from);
    int left = 0;
    int right = mid;
    for (int at = from; left < mid - from; at++) {
      rows[at] = right == to || buffer[left] < rows[right] ? buffer[left++] : rows[right++];
    }
  }

  /** Weight misclassified, or half the squared errors, on the rows that grew the node. */
  double cost() {
    Tree tree = grown.tree();
    if (!table.classes().isEmpty()) {
      return tree.rows(node) - tree.value(node, tree.likeliest(node));
    }
    double mean = tree.value(node, 0);
    double cost = 0;
    for (int i = grown.from(node); i < grown.to(node); i++) {
      int row = grown.rows()[i];
      double r = table.target()[row] - mean;
      cost += table.weight(row) * r * r / 2;
    }
    return cost;
  }

  /** Adds the node's riders, predicted by its mean, to the scores of prefixes that end there. */
  void addHeld(RegressionScore[] into, Prefixes.Ends ends) {
    for (int i = grown.riderFrom(node); i < grown.riderTo(node); i++) {
      int row = grown.riders()[i];
      for (int p = ends.from(); p < ends.to(); p++) {
        into[p].add(table.target()[row], grown.tree().value(node, 0), table.weight(row));
      }
    }
  }

  /** Adds the node's riders, predicted by its shares, to the scores of prefixes that end there. */
  void addHeld(ClassScore[] into, Prefixes.Ends ends) {
    if (grown.riderFrom(node) == grown.riderTo(node)) {
      return;
    }
    double[] shares = new double[table.classes().size()];
    Arrays.setAll(shares, c -> grown.tree().share(node, c));
    Forecast said = new Forecast(shares);
    for (int i = grown.riderFrom(node); i < grown.riderTo(node); i++) {
      int row = grown.riders()[i];
      for (int p = ends.from(); p < ends.to(); p++) {
        into[p].add(table.label()[row], said, table.weight(row));
      }
    }
  }

  /** Adds the node's riders to its leaf of curves. */
  void addHeld(LeafCurves into) {
    for (int i = grown.riderFrom(node); i < grown.riderTo(node); i++) {
      int row = grown.riders()[i];
      into.add(node, table.label()[row], table.weight(row));
    }
  }
}
