package tenfold.core.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import tenfold.core.data.Table;
import tenfold.core.metric.ClassScore;
import tenfold.core.metric.Curves;
import tenfold.core.metric.RegressionScore;
import tenfold.core.metric.Score;

/** How every prefix of a grown tree did, on the rows that grew it and on its riders. */
final class PrefixScores {

  private final Tree tree;
  private final List<List<Prefixes.Ends>> ends = new ArrayList<>();
  private final double[] cost;
  private final Score[] held;

  /** Scores the prefixes of {@code grown}, whose rows and riders are reordered. */
  PrefixScores(Table table, Grown grown, Prefixes prefixes) {
    tree = grown.tree();
    for (int node = 0; node < tree.nodes(); node++) {
      ends.add(new ArrayList<>(1));
    }
    prefixes.walk(tree, (node, some) -> ends.get(node).add(some));
    cost = new double[prefixes.count()];
    NodeScores nodes = new NodeScores(table, grown);
    held = table.classes().isEmpty() ? numbers(nodes) : classes(nodes);
  }

  private Score[] numbers(NodeScores nodes) {
    RegressionScore[] scores = new RegressionScore[cost.length];
    Arrays.setAll(scores, p -> new RegressionScore());
    visit(nodes, node -> ends.get(node).forEach(some -> nodes.addHeld(scores, some)));
    return scores;
  }

  private Score[] classes(NodeScores nodes) {
    ClassScore[] scores = new ClassScore[cost.length];
    Arrays.setAll(scores, p -> new ClassScore(tree.outputs()));
    LeafCurves leaves = new LeafCurves(tree, ends);
    visit(
        nodes,
        node -> {
          ends.get(node).forEach(some -> nodes.addHeld(scores, some));
          nodes.addHeld(leaves);
        });
    Curves[] curves = leaves.of(scores.length);
    Arrays.setAll(scores, p -> scores[p].withCurves(curves[p]));
    return scores;
  }

  /** Goes to every node that is a leaf of some prefix. */
  private void visit(NodeScores nodes, IntConsumer leaf) {
    for (int node = nodes.next(); node >= 0; node = nodes.next()) {
      if (ends.get(node).isEmpty()) {
        continue;
      }
      double its = nodes.cost();
      for (Prefixes.Ends some : ends.get(node)) {
        for (int p = some.from(); p < some.to(); p++) {
          cost[p] += its;
        }
      }
      leaf.accept(node);
    }
  }

  /** J of a prefix on the rows that grew the tree. */
  double jTrain(int prefix) {
    return cost[prefix] / tree.rows(0);
  }

  /** The score of a prefix on the riders. */
  Score held(int prefix) {
    return held[prefix];
  }
}
