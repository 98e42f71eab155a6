package tenfold.core.model;

import java.util.List;
import tenfold.core.data.Inputs;
import tenfold.core.data.Schema;
import tenfold.core.learn.tree.Tree;

/**
 * Trees as bytes. For each node a number says whether it is a leaf, 0, or its column and the way of
 * missing values; then come the splits' thresholds as places in a table of the different ones; then
 * the splits' left children, each as its distance from where it would be if nodes were numbered
 * level by level. What nodes hold, the caller writes after that.
 */
final class TreeCodec {

  private final Inputs inputs;
  private final Thresholds thresholds;

  private TreeCodec(Inputs inputs, Thresholds thresholds) {
    this.inputs = inputs;
    this.thresholds = thresholds;
  }

  /** Begins a file of trees: writes the levels of names and the thresholds. */
  static TreeCodec begin(Inputs inputs, List<Tree> trees, Packer out) {
    InputsCodec.write(inputs, out);
    Thresholds thresholds = Thresholds.of(inputs, trees);
    thresholds.write(out);
    return new TreeCodec(inputs, thresholds);
  }

  /** Begins to read a file of trees over the columns of {@code schema}. */
  static TreeCodec begin(Schema schema, Unpacker in) {
    Inputs inputs = InputsCodec.read(schema, in);
    return new TreeCodec(inputs, Thresholds.read(inputs, in));
  }

  Inputs inputs() {
    return inputs;
  }

  void write(Tree tree, Packer out) {
    int n = tree.nodes();
    out.count(n);
    for (int node = 0; node < n; node++) {
      int missing = tree.missingLeft(node) ? 1 : 0;
      out.count(tree.leaf(node) ? 0 : 1 + 2L * tree.column(node) + missing);
    }
    for (int node = 0; node < n; node++) {
      if (!tree.leaf(node)) {
        out.count(thresholds.place(tree.column(node), tree.threshold(node)));
      }
    }
    int expected = 1;
    for (int node = 0; node < n; node++) {
      if (!tree.leaf(node)) {
        out.difference(tree.left(node) - expected);
        expected = tree.left(node) + 2;
      }
    }
  }

  /** Reads the splits of a tree, whose nodes hold nothing yet. */
  Splits read(Unpacker in) {
    int n = in.count(1);
    if (n == 0) {
      throw new IllegalArgumentException("a tree has no nodes");
    }
    int columns = inputs.columns().size();
    Splits splits = new Splits(n);
    for (int node = 0; node < n; node++) {
      int code = in.index(1 + 2 * columns, "a split of kind");
      splits.column[node] = code == 0 ? -1 : (code - 1) / 2;
      splits.missingLeft[node] = code > 0 && (code - 1) % 2 == 1;
    }
    for (int node = 0; node < n; node++) {
      int c = splits.column[node];
      splits.threshold[node] = c < 0 ? 0 : thresholds.at(c, inputs.columns().get(c), in);
    }
    int expected = 1;
    for (int node = 0; node < n; node++) {
      if (splits.column[node] >= 0) {
        int left = expected + in.difference();
        if (left <= node || left >= n - 1) { // so a walk always goes on and ends
          throw new IllegalArgumentException(
              "node %d of %d has its children at %d".formatted(node, n, left));
        }
        splits.left[node] = left;
        expected = left + 2;
      }
    }
    return splits;
  }

  /** The splits of a tree. */
  static final class Splits {

    private final int[] column;
    private final double[] threshold;
    private final boolean[] missingLeft;
    private final int[] left;

    private Splits(int n) {
      column = new int[n];
      threshold = new double[n];
      missingLeft = new boolean[n];
      left = new int[n];
    }

    int nodes() {
      return column.length;
    }

    boolean leaf(int node) {
      return column[node] < 0;
    }

    /** The tree of these splits that holds the given things, as {@link Tree} lays them out. */
    Tree tree(int outputs, double[] gain, double[] rows, double[] values) {
      return new Tree(outputs, column, threshold, missingLeft, left, gain, rows, values);
    }
  }
}
