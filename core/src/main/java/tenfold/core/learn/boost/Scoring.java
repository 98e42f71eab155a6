package tenfold.core.learn.boost;

import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tenfold.core.data.RawTable;
import tenfold.core.learn.boost.BoostPieces.Keep;
import tenfold.core.sweep.FoldResult;

/**
 * Scores a booster while it is trained, on the rows that train it and on those held out. XGBoost
 * has the sums of both at hand, so that another round costs a look at each row.
 */
final class Scoring {

  /** Above it the second of two classes is more probable in single precision too. */
  private static final float SURE = 1e-6f;

  private final RawTable table;
  private final int[] train;
  private final Judge held;
  private final Keep keep;
  private final double weight;
  private final List<FoldResult> results = new ArrayList<>();
  private final List<double[]> predictions = new ArrayList<>();
  private int rounds;

  /**
   * A scoring of no rounds yet.
   *
   * @param train rows that train
   * @param held rows held out
   * @param keep whether their predictions are kept
   */
  Scoring(RawTable table, int[] train, int[] held, Keep keep) {
    this.table = table;
    this.train = train;
    this.held = new Judge(table, held);
    this.keep = keep;
    double all = 0;
    for (int row : train) {
      all += table.weight(row);
    }
    weight = all;
  }

  /** Scores the booster as it stands, as of a fold. */
  void add(int repeat, int fold, Training training) throws XGBoostError {
    double[] predicted = training.ofHeld();
    double jTrain = cost(training.sums()) / weight;
    results.add(new FoldResult(repeat, fold, jTrain, held.score(predicted)));
    if (keep == Keep.PREDICTIONS) {
      predictions.add(predicted);
    }
    rounds = training.rounds();
  }

  /** Returns all that was scored. */
  BoostFold.Trained trained() {
    return new BoostFold.Trained(results, predictions, rounds);
  }

  private double cost(float[] sums) {
    double cost = 0;
    for (int i = 0; i < train.length; i++) {
      cost += table.weight(train[i]) * cost(train[i], sums, i);
    }
    return cost;
  }

  /** J of one row, the {@code i}th of those with these sums. */
  private double cost(int row, float[] sums, int i) {
    int classes = table.classes().size();
    if (classes == 0) {
      double d = sums[i] - table.target()[row];
      return d * d / 2;
    }
    return likeliest(classes, sums, i) == table.label()[row] ? 0 : 1;
  }

  private static int likeliest(int classes, float[] sums, int i) {
    if (classes == 2) {
      return sums[i] > SURE || (sums[i] > 0 && Answers.second(sums[i]) > 0.5f) ? 1 : 0;
    }
    int first = i * classes;
    int best = first;
    for (int at = first + 1; at < first + classes; at++) {
      best = sums[at] > sums[best] ? at : best;
    }
    return best - first;
  }
}
