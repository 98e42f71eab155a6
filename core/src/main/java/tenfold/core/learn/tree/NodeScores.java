package tenfold.core.learn.tree;

import java.util.Optional;
import tenfold.core.data.Table;
import tenfold.core.metric.Confusion;
import tenfold.core.metric.RegressionScore;
import tenfold.core.metric.Score;

/**
 * Every node of a grown tree scored as if it were a leaf: what it costs on the rows that grew it,
 * and how it does on the riders that came to it. The score of any prefix of the tree is a sum over
 * the nodes that are its leaves.
 */
final class NodeScores {

  private final Table table;
  private final Grown grown;
  private final double[] cost;
  private final Score[] held;

  NodeScores(Table table, Grown grown) {
    this.table = table;
    this.grown = grown;
    int n = grown.tree().nodes();
    cost = new double[n];
    held = new Score[n];
    for (int node = 0; node < n; node++) {
      if (table.classes().isEmpty()) {
        numbers(node);
      } else {
        classes(node);
      }
    }
  }

  private void classes(int node) {
    Tree tree = grown.tree();
    int likeliest = tree.likeliest(node);
    cost[node] = tree.rows(node) - tree.value(node, likeliest);
    if (grown.riderFrom(node) == grown.riderTo(node)) {
      return;
    }
    Confusion score = new Confusion(tree.outputs());
    for (int i = grown.riderFrom(node); i < grown.riderTo(node); i++) {
      int row = grown.riders()[i];
      score.add(table.label()[row], likeliest, table.weight(row));
    }
    held[node] = score;
  }

  private void numbers(int node) {
    double mean = grown.tree().value(node, 0);
    for (int i = grown.from(node); i < grown.to(node); i++) {
      int row = grown.rows()[i];
      double r = table.target()[row] - mean;
      cost[node] += table.weight(row) * r * r / 2;
    }
    if (grown.riderFrom(node) == grown.riderTo(node)) {
      return;
    }
    RegressionScore score = new RegressionScore();
    for (int i = grown.riderFrom(node); i < grown.riderTo(node); i++) {
      int row = grown.riders()[i];
      score.add(table.target()[row], mean, table.weight(row));
    }
    held[node] = score;
  }

  /** Weight misclassified, or half the squared errors, on the rows that grew the node. */
  double cost(int node) {
    return cost[node];
  }

  /** How the node does on its riders; empty where none came. */
  Optional<Score> held(int node) {
    return Optional.ofNullable(held[node]);
  }
}
