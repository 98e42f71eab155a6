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
    try {
      byte[] file;
      List<Integer> scored = rounds;
      try (Training training = training(table, growing, train, held, cut)) {
        int last = rounds.get(rounds.size() - 1);
        if (patience == ENDLESS) {
          training.rounds(last);
        } else {
          scored = List.of(stop(training, new Judge(table, held), last));
        }
        file = training.file();
      } // its memory is free before the scoring asks for more
      return new Scoring(table, scored, file)
          .of(cutting.repeat(cut), cutting.fold(cut), train, held, kept(cut));
    } catch (XGBoostError e) {
      return new BoostFold.Failed(Boosters.reason(e));
    }
  }

  /** Predictions out of fold are those of the first repeat: nobody reads the others. */
  private Keep kept(int cut) {
    return cutting.repeat(cut) == 0 ? keep : Keep.NOTHING;
  }

  private Training training(RawTable table, Growing growing, int[] train, int[] held, int cut)
      throws XGBoostError {
    int[] watched = patience == ENDLESS ? new int[0] : held;
    return new Training(table, train, watched, growing, seed.child("cut", cut));
  }

  /** Trains until the held-out rows gain no more; returns the round from which they gained most. */
  private int stop(Training training, Judge held, int last) throws XGBoostError {
    Patience waiting = new Patience(patience);
    for (int round = 0; round < last && waiting.goesOn(); round++) {
      training.rounds(1);
      waiting.add(held.loss(training.ofHeld()));
    }
    return waiting.best();
  }
}
