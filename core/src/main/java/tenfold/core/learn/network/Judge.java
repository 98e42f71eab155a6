package tenfold.core.learn.network;

import java.io.Serializable;
import tenfold.core.data.Cases;
import tenfold.core.metric.ClassScore;
import tenfold.core.metric.LabelScore;
import tenfold.core.metric.Metric;
import tenfold.core.metric.RegressionScore;
import tenfold.core.metric.Score;
import tenfold.core.metric.ScoredRows;

/** Scores networks on some rows of a table. */
final class Judge implements Serializable {

  private static final long serialVersionUID = 1;

  private final Cases table;
  private final int[] rows;
  private final float[] x;
  private final Target target;

  /**
   * A judge.
   *
   * @param x the rows as networks take them; shared
   */
  Judge(Cases table, int[] rows, float[] x, Target target) {
    this.table = table;
    this.rows = rows;
    this.x = x;
    this.target = target;
  }

  /** Returns what a network predicts of the rows, as {@link Target#predictions} has it. */
  double[] predictions(Network network) {
    int inputs = network.topology().in().size();
    return target.predictions(
        network.answers(rows.length, (i, to) -> System.arraycopy(x, i * inputs, to, 0, inputs)));
  }

  /** Returns J of predictions. */
  double j(double[] predictions) {
    return quick(predictions).j();
  }

  /** Returns the score of predictions. */
  Score score(double[] predictions) {
    return curves() ? scored(predictions).score() : quick(predictions);
  }

  /** Whether there are areas under curves: of several labels together there are none. */
  boolean curves() {
    return !table.classes().isEmpty() && labels() == 0;
  }

  private int labels() {
    return target.labels(table.classes().size());
  }

  /** Returns predictions of classes as they are kept for the areas under curves. */
  ScoredRows scored(double[] predictions) {
    int classes = table.classes().size();
    ScoredRows scored = new ScoredRows(classes);
    for (int i = 0; i < rows.length; i++) {
      scored.add(table.label()[rows[i]], predictions, i * classes, table.weight(rows[i]));
    }
    return scored;
  }

  /** Returns the score of predictions without the areas under curves, which takes less. */
  Score quick(double[] predictions) {
    if (labels() > 0) {
      return labels(predictions);
    }
    return table.classes().isEmpty() ? regression(predictions) : classes(predictions);
  }

  private LabelScore labels(double[] predictions) {
    LabelScore score = new LabelScore(labels());
    int labels = labels();
    for (int i = 0; i < rows.length; i++) {
      score.add(
          table.label(), rows[i] * labels, predictions, 2 * i * labels, table.weight(rows[i]));
    }
    return score;
  }

  private RegressionScore regression(double[] predictions) {
    RegressionScore score = new RegressionScore();
    for (int i = 0; i < rows.length; i++) {
      score.add(table.target()[rows[i]], predictions[i], table.weight(rows[i]));
    }
    return score;
  }

  private ClassScore classes(double[] predictions) {
    int classes = table.classes().size();
    ClassScore score = new ClassScore(classes);
    for (int i = 0; i < rows.length; i++) {
      score.add(table.label()[rows[i]], predictions, i * classes, table.weight(rows[i]));
    }
    return score;
  }

  /**
   * Returns what training makes small: the mean log-loss, of several labels a label's, or half the
   * mean squared error.
   */
  double loss(Score score) {
    return table.classes().isEmpty() ? score.j() : score.metrics().get(Metric.LOG_LOSS.key());
  }
}
