package tenfold.core.learn.boost;

import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tenfold.core.data.RawTable;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Fits;
import tenfold.core.sweep.FoldResult;

/**
 * Boosters of one table: for each way to grow and each cut, cut by cut, one that is trained to the
 * largest number of rounds and scored at all of them. A cut's boosters draw by the same seed
 * however they grow.
 *
 * @param growings the ways to grow
 * @param rounds the numbers of rounds swept, ascending; one where boosting stops early
 * @param patience rounds without a gain after which boosting stops; {@link #ENDLESS} where it never
 *     does
 * @param cutting who trains and who is held out
 * @param keep whether predictions of the rows held out are kept
 * @param seed of the draws
 */
record BoostPieces(
    List<Growing> growings,
    List<Integer> rounds,
    int patience,
    Cutting cutting,
    Keep keep,
    Seed seed)
    implements Fits<RawTable, BoostFold> {

  /** More rounds than any booster has. */
  static final int ENDLESS = Integer.MAX_VALUE;

  /** What is kept of single rows. */
  enum Keep {
    NOTHING,
    PREDICTIONS
  }

  @Override
  public String label() {
    return "boost: training";
  }

  @Override
  public int groups() {
    return growings.size() * cutting.count();
  }

  /** Which group a cut of a way to grow is. */
  int group(Growing growing, int cut) {
    return growings.indexOf(growing) * cutting.count() + cut;
  }

  @Override
  public double cost(int group) {
    Growing growing = growings.get(group / cutting.count());
    return BoostFamily.levels(growing) * growing.columns();
  }

  @Override
  public BoostFold fit(RawTable table, int group) {
    int cut = group % cutting.count();
    Growing growing = growings.get(group / cutting.count());
    int[] train = cutting.training(table, cut);
    int[] held = cutting.held(table, cut);
    Scoring scoring = new Scoring(new Judge(table, held), cut);
    try (Training training = new Training(table, train, held, growing, seed.child("cut", cut))) {
      return patience == ENDLESS ? swept(training, scoring) : stopped(training, scoring);
    } catch (XGBoostError e) {
      return new BoostFold.Failed(Boosters.reason(e));
    }
  }

  /** Scores after every number of rounds that is swept. */
  private BoostFold swept(Training training, Scoring scoring) throws XGBoostError {
    int last = rounds.get(rounds.size() - 1);
    for (int round = 1; round <= last; round++) {
      training.round();
      if (rounds.contains(round)) {
        scoring.add(training.jTrain(), training.ofHeld());
      }
    }
    return scoring.trained(last);
  }

  /** Scores after the round from which the held-out rows gained most. */
  private BoostFold stopped(Training training, Scoring scoring) throws XGBoostError {
    double least = Double.POSITIVE_INFINITY;
    int best = 0;
    for (int round = 1; round <= rounds.get(0) && round - best <= patience; round++) {
      training.round();
      double[] held = training.ofHeld();
      double loss = scoring.held.loss(held);
      if (loss < least || best == 0) {
        least = loss;
        best = round;
        scoring.clear();
        scoring.add(training.jTrain(), held);
      }
    }
    return scoring.trained(best);
  }

  /** Gathers the scores of one booster. */
  private final class Scoring {

    private final Judge held;
    private final int cut;
    private final List<FoldResult> results = new ArrayList<>();
    private final List<double[]> predictions = new ArrayList<>();

    Scoring(Judge held, int cut) {
      this.held = held;
      this.cut = cut;
    }

    void clear() {
      results.clear();
      predictions.clear();
    }

    void add(double jTrain, double[] ofHeld) {
      results.add(
          new FoldResult(cutting.repeat(cut), cutting.fold(cut), jTrain, held.score(ofHeld)));
      if (keep == Keep.PREDICTIONS) {
        predictions.add(ofHeld);
      }
    }

    BoostFold trained(int round) {
      return new BoostFold.Trained(results, predictions, round);
    }
  }
}
