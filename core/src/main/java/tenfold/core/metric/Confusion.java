package tenfold.core.metric;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How predicted classes did: the weight of the rows by true and by predicted class. Mergeable;
 * exact where weights are whole numbers.
 *
 * <p>Of two classes, precision, recall and F1 are those of the last, the positive one; a ratio
 * without a denominator is absent: precision where nothing is predicted positive, recall where
 * nothing is. Of several classes they are macro averages: the mean, each class weighing the same,
 * over the classes that occur as a true or as a predicted one. There a class that is never
 * predicted has a precision of 0 and one that is never true a recall of 0, as in scikit-learn:
 * leaving them out would reward a model for never predicting what is hard. F1 is {@code 2 TP / (2
 * TP + FP + FN)}, which is the harmonic mean of both and 0 where no positive is found. Sources: van
 * Rijsbergen, <i>Information Retrieval</i>, 1979, ch. 7; Sokolova and Lapalme, "A systematic
 * analysis of performance measures for classification tasks", 2009.
 */
public final class Confusion implements Serializable {

  private static final long serialVersionUID = 1;

  private final int classes;
  private final double[] weight; // row-major: true, then predicted
  private long rows;
  private double squares;
  private double wrongSquares;

  /** The confusion of no rows among {@code classes} classes. */
  public Confusion(int classes) {
    this(classes, new double[(classes + 1) * classes], 0, 0, 0);
  }

  private Confusion(int classes, double[] weight, long rows, double squares, double wrongSquares) {
    this.classes = classes;
    this.weight = weight;
    this.rows = rows;
    this.squares = squares;
    this.wrongSquares = wrongSquares;
  }

  /**
   * Adds one row.
   *
   * @param truth its class; {@code classes} for one that the model does not know, which no
   *     prediction meets
   * @param predicted the class predicted
   * @param w its weight
   */
  public void add(int truth, int predicted, double w) {
    weight[truth * classes + predicted] += w;
    rows++;
    squares += w * w;
    wrongSquares += truth == predicted ? 0 : w * w;
  }

  /** Adds the rows of {@code other}. */
  public void merge(Confusion other) {
    for (int i = 0; i < weight.length; i++) {
      weight[i] += other.weight[i];
    }
    rows += other.rows;
    squares += other.squares;
    wrongSquares += other.wrongSquares;
  }

  /** Weight of the rows of class {@code truth} that were predicted as {@code predicted}. */
  public double weight(int truth, int predicted) {
    return weight[truth * classes + predicted];
  }

  /** Rows added. */
  public long rows() {
    return rows;
  }

  /** The fraction misclassified, by weight. */
  public double j() {
    double wrong = 0;
    for (int i = 0; i < weight.length; i++) {
      wrong += i / classes == i % classes ? 0 : weight[i];
    }
    return wrong / total();
  }

  /** The standard error of that fraction, as of a mean over rows; empty for fewer than two. */
  public OptionalDouble standardError() {
    if (rows < 2) {
      return OptionalDouble.empty();
    }
    double j = j();
    double spread = (1 - j) * (1 - j) * wrongSquares + j * j * (squares - wrongSquares);
    return OptionalDouble.of(Math.sqrt(spread * rows / (rows - 1)) / total());
  }

  /** accuracy and, where they are defined, precision, recall and f1; a new map. */
  public Map<String, Double> metrics() {
    Map<String, Double> out = new TreeMap<>();
    out.put(Metric.ACCURACY.key(), 1 - j());
    if (classes == 2) {
      out.putAll(of(1));
    } else {
      macro(out);
    }
    return out;
  }

  /**
   * precision, recall and f1 of class {@code c} against the others, where they are defined; a new
   * map.
   */
  public Map<String, Double> of(int c) {
    Map<String, Double> out = new TreeMap<>();
    double hit = weight(c, c);
    put(out, Metric.PRECISION, hit, predicted(c));
    put(out, Metric.RECALL, hit, actual(c));
    put(out, Metric.F1, 2 * hit, actual(c) + predicted(c));
    return out;
  }

  /** Of a label of two classes: j, and what is defined {@linkplain #of of} the positive one. */
  public Map<String, Double> label() {
    Map<String, Double> out = of(1);
    out.put(Metric.J.key(), j());
    return out;
  }

  private static void put(Map<String, Double> out, Metric metric, double part, double whole) {
    if (whole > 0) {
      out.put(metric.key(), part / whole);
    }
  }

  private void macro(Map<String, Double> out) {
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    int occurring = 0;
    for (int c = 0; c < classes; c++) {
      double hit = weight(c, c);
      if (actual(c) + predicted(c) > 0) {
        occurring++;
        precision += predicted(c) > 0 ? hit / predicted(c) : 0;
        recall += actual(c) > 0 ? hit / actual(c) : 0;
        f1 += 2 * hit / (actual(c) + predicted(c));
      }
    }
    if (occurring > 0) {
      out.put(Metric.PRECISION.key(), precision / occurring);
      out.put(Metric.RECALL.key(), recall / occurring);
      out.put(Metric.F1.key(), f1 / occurring);
    }
  }

  /** Weight of the rows of class {@code c}. */
  private double actual(int c) {
    return Arrays.stream(weight, c * classes, (c + 1) * classes).sum();
  }

  /** Weight of the rows predicted as class {@code c}. */
  private double predicted(int c) {
    double sum = 0;
    for (int i = c; i < weight.length; i += classes) {
      sum += weight[i];
    }
    return sum;
  }

  private double total() {
    return Arrays.stream(weight).sum();
  }
}
