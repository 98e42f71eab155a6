package tenfold.jobs.spark.trees;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.tree.ContinuousSplit;
import org.apache.spark.ml.tree.InternalNode;
import org.apache.spark.ml.tree.Node;
import tenfold.core.learn.tree.Tree;

/**
 * MLlib's trees as the project's own. A missing number goes where the mean goes that stood for it.
 */
final class Conversion {

  private final Features features;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Integer> left = new ArrayList<>();

  private Conversion(Features features) {
    this.features = features;
  }

  /**
   * Returns the tree below {@code root}, its nodes level by level.
   *
   * @param classes number of classes; 0 for a regression
   */
  static Tree of(Node root, Features features, int classes) {
    Conversion one = new Conversion(features);
    one.collect(root);
    return one.tree(classes);
  }

  private void collect(Node root) {
    nodes.add(root);
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof InternalNode split) {
        left.add(nodes.size());
        nodes.add(split.leftChild());
        nodes.add(split.rightChild());
      } else {
        left.add(0);
      }
    }
  }

  private Tree tree(int classes) {
    int n = nodes.size();
    int outputs = Math.max(1, classes);
    int[] column = new int[n];
    double[] threshold = new double[n];
    boolean[] missingLeft = new boolean[n];
    double[] gain = new double[n];
    double[] rows = new double[n];
    double[] values = new double[n * outputs];
    for (int i = 0; i < n; i++) {
      Node node = nodes.get(i);
      rows[i] = node.impurityStats().count();
      if (classes == 0) {
        values[i] = node.prediction();
      } else {
        System.arraycopy(node.impurityStats().stats(), 0, values, i * outputs, outputs);
      }
      column[i] = -1;
      if (node instanceof InternalNode internal) {
        ContinuousSplit split = (ContinuousSplit) internal.split();
        column[i] = features.column(split.featureIndex());
        gain[i] = internal.gain();
        boolean name = features.name(column[i]);
        threshold[i] = name ? features.level(split.featureIndex()) : split.threshold();
        missingLeft[i] = !name && features.mean(column[i]) <= split.threshold();
      }
    }
    int[] children = left.stream().mapToInt(Integer::intValue).toArray();
    return new Tree(outputs, column, threshold, missingLeft, children, gain, rows, values);
  }
}
