package tenfold.core.learn.tree;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tenfold.core.kernel.Order;
import tenfold.core.metric.Curves;

/**
 * The curves of every prefix of a tree at once. All riders of a leaf have one probability, so a
 * leaf is one step of a curve; and nodes are sorted once for each class, whichever prefixes they
 * are leaves of.
 *
 * <p>Cost: a sort of the nodes for each class, and a step for each class and leaf of a prefix.
 */
final class LeafCurves {

  private final Tree tree;
  private final List<List<Prefixes.Ends>> ends;
  private final double[] weight; // of the riders of each node by class

  /**
   * Curves without riders.
   *
   * @param tree of a classification
   * @param ends for each node the prefixes that it is a leaf of
   */
  LeafCurves(Tree tree, List<List<Prefixes.Ends>> ends) {
    this.tree = tree;
    this.ends = ends;
    weight = new double[tree.nodes() * tree.outputs()];
  }

  /** Adds a rider of a node. */
  void add(int node, int truth, double w) {
    weight[node * tree.outputs() + truth] += w;
  }

  /** Returns the curves of each of {@code prefixes} prefixes. */
  Curves[] of(int prefixes) {
    int classes = tree.outputs();
    Curves[] curves =
        IntStream.range(0, prefixes).mapToObj(p -> new Curves(classes)).toArray(Curves[]::new);
    int[] nodes = IntStream.range(0, tree.nodes()).filter(this::ridden).toArray();
    double[] share = new double[nodes.length];
    for (int c = Curves.first(classes); c < classes; c++) {
      for (int i = 0; i < nodes.length; i++) {
        share[i] = tree.share(nodes[i], c);
      }
      int[] order = Order.ascending(share);
      for (int at = order.length - 1; at >= 0; at--) {
        add(curves, c, nodes[order[at]]);
      }
    }
    return curves;
  }

  private boolean ridden(int node) {
    int at = node * tree.outputs();
    return Arrays.stream(weight, at, at + tree.outputs()).anyMatch(w -> w > 0);
  }

  private void add(Curves[] curves, int c, int node) {
    double share = tree.share(node, c);
    double its = weight[node * tree.outputs() + c];
    double rest = rest(node, c);
    for (Prefixes.Ends some : ends.get(node)) {
      for (int p = some.from(); p < some.to(); p++) {
        curves[p].add(c, share, its, rest);
      }
    }
  }

  /**
   * Weight of a node's riders of all classes but {@code c}: a sum, so that no rest is exactly 0.
   */
  private double rest(int node, int c) {
    double sum = 0;
    for (int other = 0; other < tree.outputs(); other++) {
      sum += other == c ? 0 : weight[node * tree.outputs() + other];
    }
    return sum;
  }
}
