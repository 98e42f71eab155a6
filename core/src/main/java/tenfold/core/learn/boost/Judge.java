package tenfold.core.learn.boost;

import tenfold.core.data.RawTable;
import tenfold.core.metric.Metric;
import tenfold.core.metric.RegressionScore;
import tenfold.core.metric.Score;
import tenfold.core.metric.ScoredRows;

/** Scores predictions of some rows of a table. */
final class Judge {

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
    ScoredRows scored = new ScoredRows(classes);
    for (int i = 0; i < rows.length; i++) {
      scored.add(table.label()[rows[i]], predictions, i * classes, table.weight(rows[i]));
    }
    return scored.score();
  }

  /** Returns what boosting makes small: the mean log-loss, or half the mean squared error. */
  double loss(double[] predictions) {
    Score score = score(predictions);
    return table.classes().isEmpty() ? score.j() : score.metrics().get(Metric.LOG_LOSS.key());
  }
}
