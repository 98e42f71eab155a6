package tenfold.jobs.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tenfold.core.data.Fitted;
import tenfold.core.data.Inputs.Input;
import tenfold.core.data.Kind;
import tenfold.core.data.Profile;
import tenfold.core.learn.tree.Tree;
import tenfold.core.learn.tree.TreeModel;
import tenfold.core.report.TreeNode;
import tenfold.core.report.TreeNode.AtMost;
import tenfold.core.report.TreeNode.Is;
import tenfold.core.report.TreeNode.Question;
import tenfold.core.report.TreeNode.Side;
import tenfold.core.report.TreeNode.Split;

/** A model that is a tree, as reports show it. */
final class TreeNodes {

  private static final int WHOLE = 4095;

  /** To which depth larger trees are shown. */
  private static final int TOP = 10;

  /** Readers of JSON give up on objects in objects a few times as deep. */
  private static final int DEEPEST = 300;

  private final TreeModel model;
  private final Tree tree;
  private final int[] sizes;
  private final boolean[] gaps; // by column: whether rows lack the number
  private final int deepest;

  private TreeNodes(TreeModel model, Profile profile) {
    this.model = model;
    int numbers = 0;
    gaps = new boolean[model.inputs().columns().size()];
    for (int c = 0; c < gaps.length; c++) {
      boolean number = model.inputs().columns().get(c).kind() == Kind.NUMBER;
      gaps[c] = number && profile.number(numbers++).missing() > 0;
    }
    tree = model.tree();
    sizes = new int[tree.nodes()];
    for (int node = tree.nodes() - 1; node >= 0; node--) { // children stand after their parents
      sizes[node] = tree.leaf(node) ? 1 : 1 + sizes[tree.left(node)] + sizes[tree.right(node)];
    }
    deepest = sizes[0] > WHOLE ? TOP : DEEPEST;
  }

  /**
   * Returns the root of a tree; nothing for another model.
   *
   * @param profile of the rows that grew it
   */
  static Optional<TreeNode> of(Fitted fitted, Profile profile) {
    return fitted instanceof TreeModel model
        ? Optional.of(new TreeNodes(model, profile).node(0, 0))
        : Optional.empty();
  }

  private TreeNode node(int node, int depth) {
    Map<String, Double> counts = new LinkedHashMap<>();
    for (int c = 0; c < model.classes().size(); c++) {
      counts.put(model.classes().get(c), tree.value(node, c));
    }
    return new TreeNode(
        sizes[node],
        tree.rows(node),
        counts,
        counts.isEmpty()
            ? OptionalDouble.of(model.shift() + tree.value(node, 0))
            : OptionalDouble.empty(),
        tree.leaf(node) || depth == deepest ? Optional.empty() : Optional.of(split(node, depth)));
  }

  private Split split(int node, int depth) {
    Input input = model.inputs().columns().get(tree.column(node));
    return new Split(
        input.name(),
        question(node, input),
        tree.gain(node),
        node(tree.left(node), depth + 1),
        node(tree.right(node), depth + 1));
  }

  private Question question(int node, Input input) {
    if (input.kind() == Kind.NUMBER) {
      Side missing = tree.missingLeft(node) ? Side.LEFT : Side.RIGHT;
      return new AtMost(tree.threshold(node), missing, gaps[tree.column(node)]);
    }
    int level = (int) tree.threshold(node);
    return new Is(
        level < input.levels().size() ? Optional.of(input.levels().get(level)) : Optional.empty());
  }
}
