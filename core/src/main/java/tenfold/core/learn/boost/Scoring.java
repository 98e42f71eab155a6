package tenfold.core.learn.boost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenfold.core.data.RawTable;
import tenfold.core.learn.boost.BoostPieces.Keep;
import tenfold.core.sweep.FoldResult;

/**
 * Scores a booster after several numbers of rounds, on the rows that trained it and on those held
 * out: each row walks each tree once, whatever the numbers of rounds.
 */
final class Scoring {

  /** Above it the second of two classes is more probable in single precision too. */
  private static final float SURE = 1e-6f;

  private final RawTable table;
  private final List<Integer> rounds;
  private final Stages stages;

  /**
   * A scoring.
   *
   * @param table that the booster was trained on
   * @param rounds after which it is scored, ascending
   * @param file of the booster
   */
  Scoring(RawTable table, List<Integer> rounds, byte[] file) {
    this.table = table;
    this.rounds = rounds;
    stages = Stages.of(file, table.classes().size());
  }

  /** Returns what the booster came to on a fold. */
  BoostFold.Trained of(int repeat, int fold, int[] train, int[] held, Keep keep) {
    double[] jTrain = jTrain(train);
    Judge judge = new Judge(table, held);
    List<FoldResult> results = new ArrayList<>();
    List<double[]> predictions = new ArrayList<>();
    Codes codes = codes(held);
    float[] sums = stages.begin(held.length);
    int round = 0;
    for (int k = 0; k < jTrain.length; k++) {
      for (; round < rounds.get(k); round++) {
        stages.add(round, codes, sums);
      }
      double[] predicted = stages.predictions(sums);
      results.add(new FoldResult(repeat, fold, jTrain[k], judge.score(predicted)));
      if (keep == Keep.PREDICTIONS) {
        predictions.add(predicted);
      }
    }
    return new BoostFold.Trained(results, predictions, round);
  }

  /** J on these rows after each number of rounds. */
  private double[] jTrain(int[] rows) {
    double[] cost = new double[rounds.size()];
    double weight = 0;
    for (int from = 0; from < rows.length; from += Stages.TOGETHER) {
      int[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + Stages.TOGETHER));
      weight += Arrays.stream(some).mapToDouble(table::weight).sum();
      Codes codes = codes(some);
      float[] sums = stages.begin(some.length);
      int round = 0;
      for (int k = 0; k < cost.length; k++) {
        for (; round < rounds.get(k); round++) {
          stages.add(round, codes, sums);
        }
        cost[k] += cost(some, sums);
      }
    }
    for (int k = 0; k < cost.length; k++) {
      cost[k] /= weight;
    }
    return cost;
  }

  private Codes codes(int[] rows) {
    float[] matrix = Matrix.of(table.inputs(), rows, table::value);
    return Codes.of(matrix, rows.length, Matrix.features(table.inputs()));
  }

  private double cost(int[] rows, float[] sums) {
    double cost = 0;
    for (int i = 0; i < rows.length; i++) {
      cost += table.weight(rows[i]) * cost(rows[i], sums, i);
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
