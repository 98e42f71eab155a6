package tenfold.core.learn.tree;

import tenfold.core.kernel.Entropy;
import tenfold.core.learn.tree.Split.Missing;

/**
 * Looks through the histogram of one column for the best split of a node.
 *
 * <p>A cell has {@code width} sums: the weight of each class, or weight and weighted target. The
 * score of a side is minus its weight times its impurity, but for a part that all splits of a node
 * share: entropy {@code sum k log k - n log n}, gini {@code sum k^2 / n}, variance {@code s^2 / n}.
 */
final class Scan {

  private final Impurity impurity;
  private final int width;
  private final double[] left;
  private final double[] right;
  private final double[] with;
  private boolean tabled;

  Scan(Impurity impurity, int width) {
    this.impurity = impurity;
    this.width = width;
    left = new double[width];
    right = new double[width];
    with = new double[width];
  }

  /** Begins a node of this weight; {@code whole} says whether all weights are whole numbers. */
  void begin(double weight, boolean whole) {
    tabled = whole && Entropy.tabled(weight);
  }

  /** Weight of the cell at {@code at}. */
  double weight(double[] cells, int at) {
    if (impurity == Impurity.VARIANCE) {
      return cells[at];
    }
    double sum = 0;
    for (int k = 0; k < width; k++) {
      sum += cells[at + k];
    }
    return sum;
  }

  /** Score of one side, whose sums stand at {@code at}. */
  double score(double[] cells, int at) {
    if (impurity == Impurity.VARIANCE) {
      return cells[at] > 0 ? cells[at + 1] * cells[at + 1] / cells[at] : 0;
    }
    double total = 0;
    double sum = 0;
    if (impurity == Impurity.ENTROPY) {
      for (int k = 0; k < width; k++) {
        total += cells[at + k];
        sum += Entropy.xlogx(cells[at + k]);
      }
      return sum - Entropy.xlogx(total);
    }
    for (int k = 0; k < width; k++) {
      total += cells[at + k];
      sum += cells[at + k] * cells[at + k];
    }
    return total > 0 ? sum / total : 0;
  }

  /**
   * Tries every threshold of a column of numbers.
   *
   * @param cells the column's histogram, from {@code at}
   * @param codes number of codes; the cell after them is that of missing numbers
   * @param present the codes that rows of the node have, ascending, {@code count} of them
   * @param total the node's sums
   */
  void numbers(
      double[] cells,
      int at,
      int codes,
      int[] present,
      int count,
      double[] total,
      int column,
      Split best) {
    if (present[count - 1] == codes) {
      missing(cells, at, codes, present, count - 1, total, column, best);
    } else if (impurity == Impurity.VARIANCE) {
      sums(cells, at, present, count, total, column, best);
    } else if (width == 2 && tabled && impurity == Impurity.ENTROPY) {
      twoCounts(cells, at, present, count, total, column, best);
    } else if (width == 2) {
      twoClasses(cells, at, present, count, total, column, best);
    } else {
      classes(cells, at, present, count, total, column, best);
    }
  }

  private void sums(
      double[] cells, int at, int[] present, int count, double[] total, int column, Split best) {
    double n = 0;
    double s = 0;
    for (int i = 0; i + 1 < count; i++) {
      int cell = at + 2 * present[i];
      n += cells[cell];
      s += cells[cell + 1];
      double m = total[0] - n;
      double t = total[1] - s;
      double score = s * s / n + t * t / m;
      if (best.improves(score)) {
        best.take(column, present[i], present[i + 1], Missing.UNSEEN, n, score);
      }
    }
  }

  /** As {@link #twoClasses} by entropy, of whole numbers, which look terms up by themselves. */
  private static void twoCounts(
      double[] cells, int at, int[] present, int count, double[] total, int column, Split best) {
    int a = 0;
    int b = 0;
    int zeros = (int) total[0];
    int all = zeros + (int) total[1];
    for (int i = 0; i + 1 < count; i++) {
      int cell = at + 2 * present[i];
      a += (int) cells[cell];
      b += (int) cells[cell + 1];
      int left = a + b;
      double score =
          Entropy.whole(a)
              + Entropy.whole(b)
              - Entropy.whole(left)
              + (Entropy.whole(zeros - a)
                  + Entropy.whole(all - zeros - b)
                  - Entropy.whole(all - left));
      if (best.improves(score)) {
        best.take(column, present[i], present[i + 1], Missing.UNSEEN, left, score);
      }
    }
  }

  /** As {@link #classes}, all terms anew: without a branch that depends on the rows. */
  private void twoClasses(
      double[] cells, int at, int[] present, int count, double[] total, int column, Split best) {
    double a = 0;
    double b = 0;
    for (int i = 0; i + 1 < count; i++) {
      int cell = at + 2 * present[i];
      a += cells[cell];
      b += cells[cell + 1];
      double c = total[0] - a;
      double d = total[1] - b;
      double score = side(term(a) + term(b), a + b) + side(term(c) + term(d), c + d);
      if (best.improves(score)) {
        best.take(column, present[i], present[i + 1], Missing.UNSEEN, a + b, score);
      }
    }
  }

  /**
   * Moves cell after cell from right to left, and keeps the sums over classes up to date by the
   * classes that a cell has.
   */
  private void classes(
      double[] cells, int at, int[] present, int count, double[] total, int column, Split best) {
    double all = 0;
    double rightSum = 0;
    for (int k = 0; k < width; k++) {
      left[k] = 0;
      right[k] = total[k];
      all += total[k];
      rightSum += term(total[k]);
    }
    double leftSum = 0;
    double n = 0;
    for (int i = 0; i + 1 < count; i++) {
      int cell = at + width * present[i];
      for (int k = 0; k < width; k++) {
        double w = cells[cell + k];
        if (w != 0) {
          leftSum += term(left[k] + w) - term(left[k]);
          rightSum += term(right[k] - w) - term(right[k]);
          left[k] += w;
          right[k] -= w;
          n += w;
        }
      }
      double score = side(leftSum, n) + side(rightSum, all - n);
      if (best.improves(score)) {
        best.take(column, present[i], present[i + 1], Missing.UNSEEN, n, score);
      }
    }
  }

  /** What a class of weight {@code w} adds to its side's sum. */
  private double term(double w) {
    return impurity == Impurity.GINI ? w * w : xlogx(w);
  }

  /** Score of a side of weight {@code n}. */
  private double side(double sum, double n) {
    return impurity == Impurity.GINI ? sum / n : sum - xlogx(n);
  }

  private double xlogx(double x) {
    return tabled ? Entropy.whole((int) x) : Entropy.xlogx(x);
  }

  private void missing(
      double[] cells,
      int at,
      int codes,
      int[] present,
      int count,
      double[] total,
      int column,
      Split best) {
    int none = at + codes * width;
    for (int k = 0; k < width; k++) {
      left[k] = 0;
      right[k] = total[k] - cells[none + k];
    }
    for (int i = 0; i + 1 < count; i++) {
      int cell = at + present[i] * width;
      for (int k = 0; k < width; k++) {
        left[k] += cells[cell + k];
        right[k] -= cells[cell + k];
      }
      tryBoth(cells, none, column, present[i], present[i + 1], best);
    }
  }

  /** Tries a threshold with the missing numbers on either side. */
  private void tryBoth(double[] cells, int none, int column, int from, int to, Split best) {
    double score = joined(left, cells, none) + score(right, 0);
    if (best.improves(score)) {
      best.take(column, from, to, Missing.LEFT, weight(left, 0), score);
    }
    score = score(left, 0) + joined(right, cells, none);
    if (best.improves(score)) {
      best.take(column, from, to, Missing.RIGHT, weight(left, 0), score);
    }
  }

  private double joined(double[] side, double[] cells, int none) {
    for (int k = 0; k < width; k++) {
      with[k] = side[k] + cells[none + k];
    }
    return score(with, 0);
  }

  /** Tries one level of a column of names: its rows go right, all others left. */
  void level(double[] cells, int at, int level, double[] total, int column, Split best) {
    int cell = at + level * width;
    for (int k = 0; k < width; k++) {
      left[k] = total[k] - cells[cell + k];
    }
    if (weight(left, 0) > 0) {
      double score = score(left, 0) + score(cells, cell);
      if (best.improves(score)) {
        best.take(column, level, level, Missing.UNSEEN, weight(left, 0), score);
      }
    }
  }
}
