package tenfold.core.learn.tree;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Finds, for every combination of swept limits at once, the nodes at which a grown tree ends. One
 * walk from the root serves all depths of a minimum gain and a minimum of rows.
 *
 * @param depths the depths swept, ascending
 * @param gains the minimum gains swept
 * @param rows the minimums of rows swept
 */
public record Prefixes(List<Integer> depths, List<Double> gains, List<Integer> rows)
    implements Serializable {

  public Prefixes {
    depths = List.copyOf(depths);
    gains = List.copyOf(gains);
    rows = List.copyOf(rows);
  }

  /** Returns the prefixes that a grid asks for. */
  public static Prefixes of(TreeGrid grid) {
    return new Prefixes(
        grid.maxDepths().stream().sorted().distinct().toList(), grid.minGains(), grid.minRows());
  }

  /** Number of combinations of limits. */
  public int count() {
    return depths.size() * gains.size() * rows.size();
  }

  /** Which combination these limits are. */
  public int indexOf(Limits limits) {
    return first(gains.indexOf(limits.minGain()), rows.indexOf((int) limits.minRows()))
        + depths.indexOf(limits.maxDepth());
  }

  private int first(int gain, int row) {
    return (gain * rows.size() + row) * depths.size();
  }

  /** Combinations from {@code from} to {@code to - 1}, which differ in depth alone. */
  public record Ends(int from, int to) {}

  /**
   * Tells {@code ends} of every node at which some combinations end, and of which.
   *
   * @param tree grown to limits that none of these is looser than
   */
  public void walk(Tree tree, BiConsumer<Integer, Ends> ends) {
    int deepest = Collections.max(depths);
    int[] depth = depth(tree);
    for (int g = 0; g < gains.size(); g++) {
      for (int r = 0; r < rows.size(); r++) {
        Limits limits = new Limits(deepest, gains.get(g), rows.get(r));
        walk(tree, depth, limits, first(g, r), ends);
      }
    }
  }

  private void walk(
      Tree tree, int[] depth, Limits limits, int first, BiConsumer<Integer, Ends> ends) {
    boolean[] reached = new boolean[tree.nodes()];
    reached[0] = true;
    for (int node = 0; node < reached.length; node++) { // children come after their parents
      if (!reached[node]) {
        continue;
      }
      int at = Collections.binarySearch(depths, depth[node]);
      int from = at < 0 ? -at - 1 : at;
      boolean goesOn =
          !tree.leaf(node) && limits.split(depth[node], tree.rows(node), tree.gain(node));
      int to = !goesOn ? depths.size() : at < 0 ? from : from + 1;
      if (from < to) {
        ends.accept(node, new Ends(first + from, first + to));
      }
      if (goesOn) {
        reached[tree.left(node)] = true;
        reached[tree.right(node)] = true;
      }
    }
  }

  private static int[] depth(Tree tree) {
    int[] depth = new int[tree.nodes()];
    for (int node = 0; node < depth.length; node++) {
      if (!tree.leaf(node)) {
        depth[tree.left(node)] = depth[node] + 1;
        depth[tree.right(node)] = depth[node] + 1;
      }
    }
    return depth;
  }
}
