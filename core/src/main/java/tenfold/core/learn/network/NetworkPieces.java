package tenfold.core.learn.network;

import java.util.ArrayList;
import java.util.List;
import tenfold.core.data.RawTable;
import tenfold.core.metric.Score;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Fits;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.Keep;
import tenfold.core.sweep.Packing;
import tenfold.core.sweep.Patience;
import tenfold.core.sweep.Repeatable;

/**
 * Networks of one table: for each way to train and each cut, cut by cut, one that is trained for
 * the largest number of epochs and scored at all of them. A cut's networks draw by the same seed
 * however they are trained.
 *
 * @param fittings the ways to train
 * @param flops multiply-adds of a row in the network of each
 * @param epochs the numbers of epochs swept, ascending; one where training stops early
 * @param patience epochs without a gain after which training stops; {@link #ENDLESS} where it never
 *     does
 * @param cutting who trains and who is held out
 * @param keep whether the first repeat's predictions of the rows held out are kept
 * @param shift what the table's targets are less than the data's
 * @param seed of the draws
 */
record NetworkPieces(
    Ends ends,
    List<Fitting> fittings,
    List<Double> flops,
    List<Integer> epochs,
    int patience,
    Cutting cutting,
    Keep keep,
    double shift,
    Seed seed)
    implements Fits<RawTable, NetworkFold>, Repeatable<NetworkFold> {

  /** More epochs than any network has. */
  static final int ENDLESS = Integer.MAX_VALUE;

  @Override
  public String label() {
    return "network: training";
  }

  @Override
  public String name(Packing.Run run) {
    return "%s · network · %d epochs"
        .formatted(cutting.label(run.group() % cutting.count()), epochs.get(epochs.size() - 1));
  }

  @Override
  public int groups() {
    return fittings.size() * cutting.count();
  }

  /** Which group a cut of a way to train is. */
  int group(Fitting fitting, int cut) {
    return fittings.indexOf(fitting) * cutting.count() + cut;
  }

  /** All that a network depends on. */
  private record Address(
      Ends ends,
      Fitting fitting,
      List<Integer> epochs,
      int patience,
      Cutting.Cut cut,
      Keep keep,
      Seed seed) {}

  @Override
  public Record address(int group) {
    int cut = group % cutting.count();
    Fitting fitting = fittings.get(group / cutting.count());
    return new Address(ends, fitting, epochs, patience, cutting.name(cut), keep, seed);
  }

  @Override
  public Class<NetworkFold> kind() {
    return NetworkFold.class;
  }

  @Override
  public double cost(int group) {
    int fitting = group / cutting.count();
    return NetworkFamily.rowFlops(flops.get(fitting), fittings.get(fitting).batch());
  }

  @Override
  public NetworkFold fit(RawTable table, int group) {
    int cut = group % cutting.count();
    Fitting fitting = fittings.get(group / cutting.count());
    int[] train = cutting.training(table, cut);
    Seed its = seed.child("cut", cut);
    try (Training training = new Training(table, train, ends, fitting, shift, its)) {
      Scoring scoring = new Scoring(training, training.judge(cutting.held(table, cut)), cut);
      try {
        return patience == ENDLESS ? swept(training, scoring) : stopped(training, scoring);
      } catch (Diverged e) {
        return scoring.failed(e);
      }
    }
  }

  /** Scores after every number of epochs that is swept. */
  private NetworkFold swept(Training training, Scoring scoring) {
    int last = epochs.get(epochs.size() - 1);
    for (int epoch = 1; epoch <= last; epoch++) {
      training.epoch();
      if (epochs.contains(epoch)) {
        Network network = training.network();
        double[] held = training.predictions(scoring.held, network);
        scoring.add(network, held, scoring.held.score(held));
      }
    }
    return new NetworkFold.Trained(scoring.results, scoring.predictions, last);
  }

  /** Scores after the epoch from which the held-out rows gained most. */
  private NetworkFold stopped(Training training, Scoring scoring) {
    Patience waiting = new Patience(patience);
    for (int epoch = 1; epoch <= epochs.get(0) && waiting.goesOn(); epoch++) {
      training.epoch();
      Network network = training.network();
      double[] held = training.predictions(scoring.held, network);
      Score score = scoring.held.score(held);
      if (waiting.add(scoring.held.loss(score))) {
        scoring.results.clear();
        scoring.predictions.clear();
        scoring.add(network, held, score);
      }
    }
    return new NetworkFold.Trained(scoring.results, scoring.predictions, waiting.best());
  }

  /** Gathers the scores of one network. */
  private final class Scoring {

    private final Training training;
    private final Judge held;
    private final int cut;
    private final List<FoldResult> results = new ArrayList<>();
    private final List<double[]> predictions = new ArrayList<>();

    Scoring(Training training, Judge held, int cut) {
      this.training = training;
      this.held = held;
      this.cut = cut;
    }

    void add(Network network, double[] ofHeld, Score score) {
      results.add(
          new FoldResult(cutting.repeat(cut), cutting.fold(cut), training.jTrain(network), score));
      if (keep == Keep.PREDICTIONS && cutting.repeat(cut) == 0) { // nobody reads the others
        predictions.add(ofHeld);
      }
    }

    /** What stands where training fails: a network that was to stop early has no end. */
    NetworkFold failed(Diverged why) {
      return patience == ENDLESS
          ? new NetworkFold.Failed(results, predictions, why.getMessage())
          : new NetworkFold.Failed(List.of(), List.of(), why.getMessage());
    }
  }
}
