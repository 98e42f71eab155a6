package tenfold.core.learn.forest;

import java.util.AbstractList;
import java.util.List;
import tenfold.core.data.Block;
import tenfold.core.data.Fitted;
import tenfold.core.data.Inputs;
import tenfold.core.learn.tree.Tree;
import tenfold.core.learn.tree.TreeModel;

/**
 * Trees that vote: a prediction is the mean of their leaves' {@link Votes}. Of its trees it keeps
 * what votes need: 16 bytes a node, and 4 for each leaf and class.
 */
public final class ForestModel implements Fitted {

  private static final long serialVersionUID = 1;

  private final Inputs inputs;
  private final List<String> classes;
  private final double shift;
  private final double scale;
  private final Voter[] voters;

  /**
   * A model.
   *
   * @param inputs the columns that the trees split
   * @param classes in the order of the trees' outputs; empty for a regression
   * @param shift what a regression adds to the trees' values
   * @param scale of the votes: a power of two that no value of a leaf exceeds in size, {@link
   *     Votes#CLASSES} for classes
   * @param trees at least one, each of one output for each class, or of one
   */
  public ForestModel(
      Inputs inputs, List<String> classes, double shift, double scale, List<Tree> trees) {
    this(
        inputs,
        classes,
        shift,
        scale,
        trees.stream().map(tree -> Voter.of(inputs, scale, tree)).toArray(Voter[]::new));
    if (trees.isEmpty()) {
      throw new IllegalArgumentException("a forest of 0 trees has no vote; give it at least one");
    }
    trees.forEach(tree -> TreeModel.checkOutputs(classes, tree));
  }

  /** A model of trees that were packed where they grew. */
  ForestModel(Inputs inputs, List<String> classes, double shift, double scale, Voter[] voters) {
    this.inputs = inputs;
    this.classes = List.copyOf(classes);
    this.shift = shift;
    this.scale = scale;
    this.voters = voters;
  }

  /** The columns that the trees split. */
  public Inputs inputs() {
    return inputs;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  /** What a regression adds to the trees' values. */
  public double shift() {
    return shift;
  }

  /** The scale of the votes. */
  public double scale() {
    return scale;
  }

  /**
   * The trees, made when they are asked for, with no more than votes need: no gains, a row for each
   * node, and values that are votes. A forest of them predicts the same, bit for bit.
   */
  public List<Tree> trees() {
    return new AbstractList<>() {
      @Override
      public Tree get(int index) {
        return voters[index].tree(scale);
      }

      @Override
      public int size() {
        return voters.length;
      }
    };
  }

  private int outputs() {
    return Math.max(1, classes.size());
  }

  @Override
  public double[] predict(Block block) {
    double[][] columns = inputs.of(block);
    int outputs = outputs();
    double[] out = new double[block.rows() * outputs];
    for (Voter voter : voters) { // a tree at a time stays in the cache
      for (int i = 0; i < block.rows(); i++) {
        voter.add(columns, i, out, i * outputs);
      }
    }
    average(out, out.length);
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
    int outputs = outputs();
    for (int c = 0; c < outputs; c++) {
      out[c] = 0;
    }
    for (Voter voter : voters) {
      voter.add(row, out);
    }
    average(out, outputs);
  }

  private void average(double[] sums, int n) {
    for (int i = 0; i < n; i++) {
      double mean = Votes.mean(sums[i], voters.length, scale);
      sums[i] = classes.isEmpty() ? shift + mean : mean;
    }
  }
}
