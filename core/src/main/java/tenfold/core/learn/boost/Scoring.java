package tenfold.core.learn.boost;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import tenfold.core.data.RawTable;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.Keep;

/**
 * Scores a booster after several numbers of rounds on the rows held out: each row walks each tree
 * once, whatever the numbers of rounds. What it did on the rows that trained it is known from its
 * training, where XGBoost has their sums at hand.
 */
final class Scoring {

  private final RawTable table;
  private final Stages stages;
  private final SortedMap<Integer, Double> jTrain;

  /**
   * A scoring.
   *
   * @param table that the booster was trained on
   * @param file of the booster
   * @param jTrain by the number of rounds after which it is scored
   */
  Scoring(RawTable table, byte[] file, SortedMap<Integer, Double> jTrain) {
    this.table = table;
    this.jTrain = jTrain;
    stages = Stages.of(file, table.classes().size());
  }

  /** Returns what the booster came to on a fold. */
  BoostFold of(int repeat, int fold, int[] held, Keep keep) {
    Judge judge = new Judge(table, held);
    List<FoldResult> results = new ArrayList<>();
    List<double[]> predictions = new ArrayList<>();
    float[] matrix = Matrix.of(table.inputs(), held, table::value);
    Codes codes = Codes.of(matrix, held.length, Matrix.features(table.inputs()));
    float[] sums = stages.begin(held.length);
    int round = 0;
    for (int number : jTrain.keySet()) {
      for (; round < number; round++) {
        stages.add(round, codes, sums);
      }
      double[] predicted = stages.predictions(sums);
      results.add(new FoldResult(repeat, fold, jTrain.get(number), judge.score(predicted)));
      if (keep == Keep.PREDICTIONS) {
        predictions.add(predicted);
      }
    }
    return new BoostFold(results, predictions, round);
  }
}
