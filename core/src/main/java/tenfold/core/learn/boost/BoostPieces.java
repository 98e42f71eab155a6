package tenfold.core.learn.boost;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tenfold.core.data.RawTable;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Fits;
import tenfold.core.sweep.Keep;
import tenfold.core.sweep.Packing;
import tenfold.core.sweep.Patience;
import tenfold.core.sweep.Repeatable;

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
    implements Fits<RawTable, BoostFold>, Repeatable<BoostFold> {

  /** More rounds than any booster has. */
  static final int ENDLESS = Integer.MAX_VALUE;

  @Override
  public String label() {
    return "boost: training";
  }

  @Override
  public String name(Packing.Run run) {
    return "%s · boost · %d rounds"
        .formatted(cutting.label(run.group() % cutting.count()), rounds.get(rounds.size() - 1));
  }

  @Override
  public int groups() {
    return growings.size() * cutting.count();
  }

  /** Which group a cut of a way to grow is. */
  int group(Growing growing, int cut) {
    return growings.indexOf(growing) * cutting.count() + cut;
  }

  /** All that a booster depends on. */
  private record Address(
      Growing growing, List<Integer> rounds, int patience, Cutting.Cut cut, Keep keep, Seed seed) {}

  @Override
  public Record address(int group) {
    int cut = group % cutting.count();
    Growing growing = growings.get(group / cutting.count());
    return new Address(growing, rounds, patience, cutting.name(cut), keep, seed);
  }

  @Override
  public Class<BoostFold> kind() {
    return BoostFold.class;
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
    byte[] file;
    SortedMap<Integer, Double> jTrain;
    try (Training training = training(table, growing, train, held, cut)) {
      Judge judge = new Judge(table, train);
      jTrain =
          patience == ENDLESS
              ? swept(training, judge)
              : stopped(training, judge, new Judge(table, held));
      file = training.file();
    } catch (XGBoostError e) {
      throw new IllegalStateException(Boosters.reason(e), e);
    } // its memory is free before the scoring asks for more
    return new Scoring(table, file, jTrain)
        .of(cutting.repeat(cut), cutting.fold(cut), held, kept(cut));
  }

  private Training training(RawTable table, Growing growing, int[] train, int[] held, int cut)
      throws XGBoostError {
    int[] watched = patience == ENDLESS ? new int[0] : held;
    return new Training(table, train, watched, growing, seed.child("cut", cut));
  }

  /** Trains to the last of the rounds; returns J of the rows that train after each of them. */
  private SortedMap<Integer, Double> swept(Training training, Judge judge) throws XGBoostError {
    SortedMap<Integer, Double> jTrain = new TreeMap<>();
    for (int number : rounds) {
      training.rounds(number - training.rounds());
      jTrain.put(number, judge.j(training.sums()));
    }
    return jTrain;
  }

  /** Trains until the held-out rows gain no more; returns J after the round where they had most. */
  private SortedMap<Integer, Double> stopped(Training training, Judge judge, Judge held)
      throws XGBoostError {
    Patience waiting = new Patience(patience);
    double jTrain = Double.NaN;
    while (training.rounds() < rounds.get(0) && waiting.goesOn()) {
      training.rounds(1);
      if (waiting.add(held.loss(training.ofHeld()))) {
        jTrain = judge.j(training.sums());
      }
    }
    return new TreeMap<>(Map.of(waiting.best(), jTrain));
  }

  /** Predictions out of fold are those of the first repeat: nobody reads the others. */
  private Keep kept(int cut) {
    return cutting.repeat(cut) == 0 ? keep : Keep.NOTHING;
  }
}
