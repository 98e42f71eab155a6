package tenfold.core.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    held = new Score[prefixes.count()];
    if (table.classes().isEmpty()) {
      numbers(new NodeScores(table, grown));
    } else {
      classes(new NodeScores(table, grown));
    }
  }

  private void numbers(NodeScores nodes) {
    Arrays.setAll(held, i -> new RegressionScore());
    for (int node = nodes.next(); node >= 0; node = nodes.next()) {
      add(nodes, ends.get(node));
    }
  }

  private void classes(NodeScores nodes) {
    Arrays.setAll(held, i -> new ClassScore(tree.outputs()));
    LeafCurves leaves = new LeafCurves(tree, ends);
    for (int node = nodes.next(); node >= 0; node = nodes.next()) {
      add(nodes, ends.get(node));
      if (!ends.get(node).isEmpty()) {
        nodes.addHeld(leaves);
      }
    }
    Curves[] curves = leaves.of(held.length);
    Arrays.setAll(held, i -> ((ClassScore) held[i]).withCurves(curves[i]));
  }

  private void add(NodeScores nodes, List<Prefixes.Ends> those) {
    if (those.isEmpty()) {
      return;
    }
    double its = nodes.cost();
    for (Prefixes.Ends some : those) {
      for (int i = some.from(); i < some.to(); i++) {
        cost[i] += its;
      }
      nodes.addHeld(held, some);
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
