package tenfold.core.metric;

import java.io.Serializable;
import java.util.Arrays;
import tenfold.core.kernel.Order;

/**
 * Rows scored one by one, and kept for the areas under curves. Mergeable.
 *
 * <p>Of two classes the probability of the positive one is kept, of several one for each; more than
 * {@value #MOST} of them, and none are: the score then has no areas. Size: up to {@code 8 * MOST}
 * bytes of probabilities, 12 more for each row, and half as much again while it grows.
 */
public final class ScoredRows implements Serializable {

  /** Most probabilities that are kept. */
  static final int MOST = 10_000_000;

  private static final long serialVersionUID = 1;

  private final int classes;
  private final int first;
  private final int most;
  private final ClassScore score;
  private int rows;
  private int[] truth = new int[0];
  private double[] weight = new double[0];
  private double[] probability = new double[0]; // row-major; null: too many

  /** No rows, of {@code classes} classes. */
  public ScoredRows(int classes) {
    this(classes, MOST);
  }

  ScoredRows(int classes, int most) {
    this.classes = classes;
    this.most = most;
    first = Curves.first(classes);
    score = new ClassScore(classes);
  }

  /** Adds one row, as {@link ClassScore#add} does. */
  public void add(int itsTruth, double[] probabilities, int at, double w) {
    score.add(itsTruth, probabilities, at, w);
    if (room(1)) {
      truth[rows] = itsTruth;
      weight[rows] = w;
      System.arraycopy(probabilities, at + first, probability, rows * kept(), kept());
      rows++;
    }
  }

  /** Adds a row for each of these weights; their probabilities are row-major. */
  public void add(int[] truths, double[] probabilities, double[] weights) {
    int more = weights.length;
    for (int i = 0; i < more; i++) {
      score.add(truths[i], probabilities, i * classes, weights[i]);
    }
    if (room(more)) {
      System.arraycopy(truths, 0, truth, rows, more);
      System.arraycopy(weights, 0, weight, rows, more);
      int to = rows * kept();
      for (int i = 0; i < more; i++) {
        for (int c = first; c < classes; c++) {
          probability[to++] = probabilities[i * classes + c];
        }
      }
      rows += more;
    }
  }

  /** Adds the rows of {@code other}. */
  public void merge(ScoredRows other) {
    score.merge(other.score);
    if (other.probability == null) {
      forget();
    } else if (room(other.rows)) {
      System.arraycopy(other.truth, 0, truth, rows, other.rows);
      System.arraycopy(other.weight, 0, weight, rows, other.rows);
      System.arraycopy(other.probability, 0, probability, rows * kept(), other.rows * kept());
      rows += other.rows;
    }
  }

  /** Probabilities kept of a row. */
  private int kept() {
    return classes - first;
  }

  /** Makes room for so many more rows; where that would be too many, forgets all. */
  private boolean room(int more) {
    long needed = (long) rows + more;
    if (probability == null || needed * kept() > most) {
      forget();
      return false;
    }
    if (needed > truth.length) {
      int size = (int) Math.min(most / kept(), Math.max(16, needed + rows / 2));
      truth = Arrays.copyOf(truth, size);
      weight = Arrays.copyOf(weight, size);
      probability = Arrays.copyOf(probability, size * kept());
    }
    return true;
  }

  private void forget() {
    truth = null;
    weight = null;
    probability = null;
  }

  /** Returns the score of the rows, with the areas under curves if all of them were kept. */
  public ClassScore score() {
    return probability == null ? score : score.withCurves(curves());
  }

  private Curves curves() {
    Curves curves = new Curves(classes);
    for (int c = first; c < classes; c++) {
      int[] order = Order.ascending(probability, c - first, kept(), rows);
      for (int at = rows - 1; at >= 0; at--) {
        int i = order[at];
        boolean of = truth[i] == c;
        double its = probability[i * kept() + c - first];
        curves.add(c, its, of ? weight[i] : 0, of ? 0 : weight[i]);
      }
    }
    return curves;
  }
}
