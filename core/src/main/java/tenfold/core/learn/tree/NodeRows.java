package tenfold.core.learn.tree;

import java.util.Arrays;
import tenfold.core.kernel.Histogram;

/**
 * Targets and weights of the rows of one node, side by side, with their sums; and the way to count
 * them by the codes of a column. Used again for every node.
 *
 * <p>A cell has {@link #width} sums: the weight of each class, or weight and weighted target.
 */
final class NodeRows {

  private final int classes;
  private final int[] label;
  private final double[] weight;
  private final double[] weighted;
  private final double[] total;
  private boolean plain;
  private double sum;
  private double min;
  private double max;
  private double mean;
  private double variance;
  private boolean pure;

  /**
   * Rows of a table.
   *
   * @param rows most rows that a node can have
   * @param classes number of classes; 0 for a regression
   */
  NodeRows(int rows, int classes) {
    this.classes = classes;
    label = new int[classes > 0 ? rows : 0];
    weight = new double[rows];
    weighted = new double[classes > 0 ? 0 : rows];
    total = new double[width()];
  }

  /** Sums in a cell. */
  int width() {
    return classes > 0 ? classes : 2;
  }

  /** Takes the rows of a node. */
  void take(Source source, int[] rows, int from, int to) {
    int n = to - from;
    plain = source.weight() == null;
    if (!plain) {
      double[] all = source.weight();
      for (int i = 0; i < n; i++) {
        weight[i] = all[rows[from + i]];
      }
    } else if (classes == 0) {
      Arrays.fill(weight, 0, n, 1);
    }
    Arrays.fill(total, 0);
    if (classes > 0) {
      labels(source.label(), rows, from, n);
    } else {
      targets(source.target(), rows, from, n);
    }
  }

  private void labels(int[] all, int[] rows, int from, int n) {
    for (int i = 0; i < n; i++) {
      label[i] = all[rows[from + i]];
      total[label[i]] += plain ? 1 : weight[i];
    }
    sum = 0;
    int present = 0;
    for (double w : total) {
      sum += w;
      present += w > 0 ? 1 : 0;
    }
    pure = present < 2;
  }

  /**
   * Mean and variance about the least target and then about the mean, so that neither loses digits
   * to the other, and sums of whole numbers are whole: their order then leaves no trace.
   */
  private void targets(double[] all, int[] rows, int from, int n) {
    min = Double.POSITIVE_INFINITY;
    max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      double y = all[rows[from + i]];
      min = Math.min(min, y);
      max = Math.max(max, y);
    }
    sum = 0;
    double above = 0;
    for (int i = 0; i < n; i++) {
      sum += weight[i];
      above += weight[i] * (all[rows[from + i]] - min);
    }
    mean = min + above / sum;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double d = all[rows[from + i]] - mean;
      squares += weight[i] * d * d;
    }
    variance = squares / sum;
    pure = !(min < max);
  }

  /**
   * Prepares the targets of a regression for counting, as distances from {@code centre}. Scores of
   * splits keep their digits where that is near the node's mean; histograms that are to be
   * subtracted from each other must have the same one.
   */
  void centre(Source source, int[] rows, int from, int to, double centre) {
    if (classes > 0) {
      return;
    }
    total[0] = 0;
    total[1] = 0;
    for (int i = 0; i < to - from; i++) {
      weighted[i] = weight[i] * (source.target()[rows[from + i]] - centre);
      total[0] += weight[i];
      total[1] += weighted[i];
    }
  }

  /**
   * The mean of the targets of a regression, to ten binary digits of their range: distances of
   * whole numbers from it have sums without rounding.
   */
  double middle() {
    if (pure) {
      return mean;
    }
    double step = Math.scalb(1.0, Math.getExponent(max - min) - 10);
    return Math.rint(mean / step) * step;
  }

  /**
   * Whether {@code centre} is so far from the node's targets that scores of splits, which grow with
   * the square of the distance, lose the digits by which equal gains are known as equal.
   */
  boolean far(double centre) {
    return classes == 0 && Math.abs(mean - centre) > 16 * Math.sqrt(variance);
  }

  /** Size of the impurity, by which rounding is judged: 1 for classes, else the variance. */
  double grain() {
    return classes > 0 ? 1 : variance;
  }

  /** Sums over the node's rows, as in a cell. */
  double[] total() {
    return total;
  }

  /** Weight of the node's rows. */
  double sum() {
    return sum;
  }

  /** Whether all rows have one class or one target. */
  boolean pure() {
    return pure;
  }

  /** Number of outputs of a leaf. */
  int outputs() {
    return classes > 0 ? classes : 1;
  }

  /** Output {@code c} of a leaf of these rows: weight of a class, or mean of the targets. */
  double output(int c) {
    return classes > 0 ? total[c] : mean;
  }

  /** Adds the rows to the histogram of a column that begins at {@code at}. */
  void count(byte[] codes, int[] rows, int from, int to, double[] out, int at) {
    if (classes == 0) {
      Histogram.sum(codes, rows, from, to, weight, weighted, out, at);
    } else if (plain) {
      Histogram.count(codes, rows, from, to, label, classes, out, at);
    } else {
      Histogram.weigh(codes, rows, from, to, label, weight, classes, out, at);
    }
  }

  /**
   * Counts the rows by a column into an empty histogram and lists the codes they have, ascending.
   *
   * @return how many codes there are
   */
  int countPresent(byte[] codes, int[] rows, int from, int to, double[] out, int[] present) {
    if (classes == 0) {
      return Histogram.sumPresent(codes, rows, from, to, weight, weighted, out, present);
    }
    return plain
        ? Histogram.countPresent(codes, rows, from, to, label, classes, out, present)
        : Histogram.weighPresent(codes, rows, from, to, label, weight, classes, out, present);
  }
}
