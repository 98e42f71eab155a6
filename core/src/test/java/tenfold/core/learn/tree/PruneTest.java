package tenfold.core.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PruneTest {

  /**
   * The root splits 10 rows at column 0; its right child (node 2, 6 rows) at column 1, and of that
   * the left one (node 3, 4 rows) at column 2.
   */
  private static final Tree TREE =
      new Tree(
          2,
          new int[] {0, -1, 1, 2, -1, -1, -1},
          new double[] {1.5, 0, 2.5, 3.5, 0, 0, 0},
          new boolean[] {true, false, false, true, false, false, false},
          new int[] {1, 0, 3, 5, 0, 0, 0},
          new double[] {0.3, 0, 0.1, 0.2, 0, 0, 0},
          new double[] {10, 4, 6, 4, 2, 3, 1},
          new double[] {5, 5, 4, 0, 1, 5, 1, 3, 0, 2, 0, 3, 1, 0});

  @Test
  void cutAtADepthEveryNodeOfThatDepthIsALeaf() {
    Tree cut = TREE.prune(new Limits(2, 0, 1));

    assertThat(described(cut, 0))
        .isEqualTo("[0<1.5 missing left, gain 0.3: (4 0) [1<2.5 gain 0.1: (1 3) (0 2)]]");
    assertThat(cut.nodes()).isEqualTo(5);
    assertThat(cut.rows(3)).isEqualTo(4);
  }

  @Test
  void whatFollowsASmallGainGoesWithIt() {
    assertThat(described(TREE.prune(new Limits(9, 0.1, 1)), 0))
        .isEqualTo("[0<1.5 missing left, gain 0.3: (4 0) (1 5)]");
  }

  @Test
  void nodesOfFewRowsAreNotSplit() {
    assertThat(described(TREE.prune(new Limits(9, 0, 5)), 0))
        .isEqualTo("[0<1.5 missing left, gain 0.3: (4 0) [1<2.5 gain 0.1: (1 3) (0 2)]]");
    assertThat(described(TREE.prune(new Limits(9, 0, 11)), 0)).isEqualTo("(5 5)");
  }

  @Test
  void looseLimitsCutNothing() {
    assertThat(described(TREE.prune(new Limits(3, 0, 4)), 0)).isEqualTo(described(TREE, 0));
  }

  @Property
  void cuttingTwiceIsCuttingByTheStricterOfBoth(
      @ForAll @IntRange(min = 0, max = 4) int depth,
      @ForAll @DoubleRange(min = 0, max = 0.4) double gain,
      @ForAll @IntRange(min = 1, max = 11) int rows,
      @ForAll @IntRange(min = 0, max = 4) int depth2,
      @ForAll @DoubleRange(min = 0, max = 0.4) double gain2,
      @ForAll @IntRange(min = 1, max = 11) int rows2) {
    Tree twice = TREE.prune(new Limits(depth, gain, rows)).prune(new Limits(depth2, gain2, rows2));
    Limits both = new Limits(Math.min(depth, depth2), Math.max(gain, gain2), Math.max(rows, rows2));

    assertThat(described(twice, 0)).isEqualTo(described(TREE.prune(both), 0));
  }

  private static String described(Tree tree, int node) {
    if (tree.leaf(node)) {
      return "(%.0f %.0f)".formatted(tree.value(node, 0), tree.value(node, 1));
    }
    return "[%d<%s%s gain %s: %s %s]"
        .formatted(
            tree.column(node),
            tree.threshold(node),
            tree.missingLeft(node) ? " missing left," : "",
            tree.gain(node),
            described(tree, tree.left(node)),
            described(tree, tree.right(node)));
  }
}
