package tenfold.core.learn.boost;

import tenfold.core.data.Classes;
import tenfold.core.data.RawTable;
import tenfold.core.metric.Confusion;
import tenfold.core.metric.RegressionScore;
import tenfold.core.metric.Score;

/** Scores predictions of some rows of a table. */
final class Judge {

  /** As far from certain as a probability is taken to be, so that no logarithm is infinite. */
  private static final double LEAST = 1e-15;

  private final RawTable table;
  private final int[] rows;

  Judge(RawTable table, int[] rows) {
    this.table = table;
    this.rows = rows;
  }

  /**
   * Returns the score.
   *
   * @param predictions of these rows, as {@link Answers} has them; regression: less the shift
   */
  Score score(double[] predictions) {
    int classes = table.classes().size();
    if (classes == 0) {
      RegressionScore score = new RegressionScore();
      for (int i = 0; i < rows.length; i++) {
        score.add(table.target()[rows[i]], predictions[i], table.weight(rows[i]));
      }
      return score;
    }
    Confusion score = new Confusion(classes);
    for (int i = 0; i < rows.length; i++) {
      int likeliest = Classes.likeliest(predictions, i, classes);
      score.add(table.label()[rows[i]], likeliest, table.weight(rows[i]));
    }
    return score;
  }

  /** Returns what boosting makes small: the mean log-loss, or half the mean squared error. */
  double loss(double[] predictions) {
    int classes = table.classes().size();
    if (classes == 0) {
      return score(predictions).j();
    }
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < rows.length; i++) {
      double p = predictions[i * classes + table.label()[rows[i]]];
      sum -= table.weight(rows[i]) * Math.log(Math.max(LEAST, Math.min(1 - LEAST, p)));
      weight += table.weight(rows[i]);
    }
    return sum / weight;
  }
}
