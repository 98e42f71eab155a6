package tenfold.core.learn.tree;

import java.util.List;
import tenfold.core.data.Block;
import tenfold.core.data.Fitted;
import tenfold.core.data.Inputs;

/**
 * A tree that predicts: for a row's leaf the share of each class by weight, or the mean of the
 * targets.
 */
public final class TreeModel implements Fitted {

  private static final long serialVersionUID = 1;

  private final Inputs inputs;
  private final List<String> classes;
  private final double shift;
  private final Tree tree;
  private final Walker walker;
  private final double[] predictions; // of each leaf

  /**
   * A model.
   *
   * @param inputs the columns that the tree splits
   * @param classes in the order of the tree's outputs; empty for a regression
   * @param shift what a regression adds to the tree's values
   * @param tree of one output for each class, or of one
   */
  public TreeModel(Inputs inputs, List<String> classes, double shift, Tree tree) {
    this.inputs = inputs;
    this.classes = List.copyOf(classes);
    this.shift = shift;
    this.tree = tree;
    checkOutputs(classes, tree);
    walker = Walker.of(inputs, tree);
    int outputs = tree.outputs();
    predictions = new double[walker.leaves() * outputs];
    int at = 0;
    for (int node = 0; node < tree.nodes(); node++) {
      for (int c = 0; tree.leaf(node) && c < outputs; c++) {
        predictions[at++] = classes.isEmpty() ? shift + tree.value(node, c) : tree.share(node, c);
      }
    }
  }

  /** Refuses a tree that has not an output for each class, or one for a regression. */
  public static void checkOutputs(List<String> classes, Tree tree) {
    int outputs = Math.max(1, classes.size());
    if (tree.outputs() != outputs) {
      throw new IllegalArgumentException(
          "a tree of %d outputs cannot predict %s; it must have %d"
              .formatted(
                  tree.outputs(),
                  classes.isEmpty() ? "a number" : classes.size() + " classes",
                  outputs));
    }
  }

  /** The columns that the tree splits. */
  public Inputs inputs() {
    return inputs;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  /** What a regression adds to the tree's values. */
  public double shift() {
    return shift;
  }

  /** The tree, its values less the shift. */
  public Tree tree() {
    return tree;
  }

  @Override
  public double[] predict(Block block) {
    double[][] columns = inputs.of(block);
    int outputs = tree.outputs();
    double[] out = new double[block.rows() * outputs];
    for (int i = 0; i < block.rows(); i++) {
      int leaf = walker.leaf(columns, i);
      System.arraycopy(predictions, leaf * outputs, out, i * outputs, outputs);
    }
    return out;
  }

  /**
   * Predicts one row. Allocates nothing.
   *
   * @param row a value for each of {@link #inputs()}: a number, NaN where missing, or the index of
   *     a level, -1 for none of them
   * @param out a probability for each class, or the number; written
   */
  public void predict(double[] row, double[] out) {
    int outputs = tree.outputs();
    System.arraycopy(predictions, walker.leaf(row) * outputs, out, 0, outputs);
  }
}
