package tenfold.core.learn.boost;

import java.util.Arrays;
import tenfold.core.data.RawTable;
import tenfold.core.metric.Metric;
import tenfold.core.metric.RegressionScore;
import tenfold.core.metric.Score;
import tenfold.core.metric.ScoredRows;

/**
 * Scores what is said of some rows of a table, time and again: what is true of them is gathered
 * once, 12 to 16 bytes a row.
 */
final class Judge {

  private final int classes;
  private final int[] label;
  private final double[] target;
  private final double[] weight;
  private final double all;

  /** A judge of these rows. */
  Judge(RawTable table, int[] rows) {
    classes = table.classes().size();
    weight = Arrays.stream(rows).mapToDouble(table::weight).toArray();
    all = Arrays.stream(weight).sum();
    boolean numbers = classes == 0;
    label = numbers ? null : Arrays.stream(rows).map(row -> table.label()[row]).toArray();
    target = numbers ? Arrays.stream(rows).mapToDouble(row -> table.target()[row]).toArray() : null;
  }

  /**
   * Returns the score.
   *
   * @param predictions of these rows, as {@link Answers} has them; regression: less the shift
   */
  Score score(double[] predictions) {
    if (classes > 0) {
      ScoredRows scored = new ScoredRows(classes);
      scored.add(label, predictions, weight);
      return scored.score();
    }
    RegressionScore score = new RegressionScore();
    for (int i = 0; i < target.length; i++) {
      score.add(target[i], predictions[i], weight[i]);
    }
    return score;
  }

  /** Returns what boosting makes small: the mean log-loss, or half the mean squared error. */
  double loss(double[] predictions) {
    Score score = score(predictions);
    return classes == 0 ? score.j() : score.metrics().get(Metric.LOG_LOSS.key());
  }

  /**
   * Returns J of these rows: of a score no more than that, in less time.
   *
   * @param sums row-major, {@link Answers#width} numbers a row
   */
  double j(float[] sums) {
    double cost = 0;
    for (int i = 0; i < weight.length; i++) {
      cost += weight[i] * (classes == 0 ? halfSquare(sums[i] - target[i]) : wrong(sums, i));
    }
    return cost / all;
  }

  private static double halfSquare(double d) {
    return d * d / 2;
  }

  /** 1 for a row whose class is not the likeliest, else 0; of two classes, without a branch. */
  private int wrong(float[] sums, int i) {
    return classes == 2
        ? Answers.isSecond(sums[i]) ^ label[i]
        : Answers.likeliest(sums, i, classes) == label[i] ? 0 : 1;
  }
}
