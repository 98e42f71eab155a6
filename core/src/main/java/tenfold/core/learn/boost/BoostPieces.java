package tenfold.core.learn.boost;

import java.util.List;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tenfold.core.data.RawTable;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Fits;

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
 * @param keep whether the first repeat's predictions of the rows held out are kept
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
    try (Training training = new Training(table, train, held, growing, seed.child("cut", cut))) {
      return patience == ENDLESS
          ? swept(training, new Scoring(table, train, held, kept(cut)), cut)
          : stopped(training, table, train, held, cut);
    } catch (XGBoostError e) {
      return new BoostFold.Failed(Boosters.reason(e));
    }
  }

  /** Predictions out of fold are those of the first repeat: nobody reads the others. */
  private Keep kept(int cut) {
    return cutting.repeat(cut) == 0 ? keep : Keep.NOTHING;
  }

  private BoostFold swept(Training training, Scoring scoring, int cut) throws XGBoostError {
    for (int number : rounds) {
      training.rounds(number - training.rounds());
      scoring.add(cutting.repeat(cut), cutting.fold(cut), training);
    }
    return scoring.trained();
  }

  /** Trains until the held-out rows gain no more; scores the round from which they gained most. */
  private BoostFold stopped(Training training, RawTable table, int[] train, int[] held, int cut)
      throws XGBoostError {
    Judge judge = new Judge(table, held);
    Patience waiting = new Patience(patience);
    Scoring best = new Scoring(table, train, held, kept(cut));
    while (training.rounds() < rounds.get(0) && waiting.goesOn()) {
      training.rounds(1);
      waiting.add(judge.loss(training.ofHeld()));
      if (waiting.best() == training.rounds()) {
        best = new Scoring(table, train, held, kept(cut));
        best.add(cutting.repeat(cut), cutting.fold(cut), training);
      }
    }
    return best.trained();
  }
}
