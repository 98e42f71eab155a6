package tenfold.core.learn.boost;

/** Writes one tree into the arrays of {@link Stages}, level by level. */
final class Flat {

  private final int features;
  private final int[] nodes;
  private int end;

  /**
   * Begins a tree.
   *
   * @param features of a row
   * @param nodes written, four integers for each node
   * @param root number of the first node
   */
  Flat(int features, int[] nodes, int root) {
    this.features = features;
    this.nodes = nodes;
    end = root;
  }

  /** Number of the first node that is free. */
  int end() {
    return end;
  }

  /** Writes the tree; returns how many steps lead from its root to its farthest leaf. */
  int add(BoosterFile.Tree tree) {
    int[] queue = new int[tree.nodes()];
    int first = end;
    end++;
    int levelEnd = end;
    int depth = 0;
    for (int node = first; node < end; node++) {
      if (node == levelEnd) {
        depth++;
        levelEnd = end;
      }
      int its = queue[node - first];
      if (tree.leaf(its)) {
        leaf(node, tree.below().get(its));
      } else {
        queue[end - first] = tree.left().get(its);
        queue[end + 1 - first] = tree.right().get(its);
        split(node, tree, its);
        end += 2;
      }
    }
    return depth;
  }

  /** A split that sends every row left, to itself: no code there is as great. */
  private void leaf(int node, float value) {
    node(node, node, Codes.below(0), Integer.MAX_VALUE);
    nodes[Stages.INTS * node + 3] = Float.floatToIntBits(value);
  }

  private void split(int node, BoosterFile.Tree tree, int its) {
    int feature = tree.feature().get(its);
    boolean missingLeft = tree.missing().get(its) != 0;
    int place = missingLeft ? Codes.below(feature) : Codes.above(feature, features);
    node(node, end, place, Codes.of(tree.below().get(its)));
  }

  private void node(int node, int left, int place, int below) {
    int at = Stages.INTS * node;
    nodes[at] = Stages.INTS * left;
    nodes[at + 1] = place;
    nodes[at + 2] = below;
  }
}
