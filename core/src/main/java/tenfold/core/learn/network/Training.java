package tenfold.core.learn.network;

import tenfold.core.data.RawTable;
import tenfold.core.seed.Seed;

/** A network that learns from some rows of a table, and what it makes of others. Close it. */
final class Training implements AutoCloseable {

  private final RawTable table;
  private final Encoding encoding;
  private final Target target;
  private final Judge judge;
  private final Trainer trainer;

  /**
   * Begins a training of no epochs yet.
   *
   * @param train rows that train
   * @param shift what the table's targets are less than the data's
   */
  Training(RawTable table, int[] train, Ends ends, Fitting fitting, double shift, Seed seed) {
    this.table = table;
    encoding = Encoding.of(table, train, ends.channels());
    target = Target.of(table, train, ends.output(), shift);
    Topology topology = ends.topology(fitting, encoding.width(), table.classes().size());
    Examples examples = Examples.of(table, train, encoding, target, topology.width());
    judge = new Judge(table, train, examples.x(), target);
    Network start = Network.random(topology, seed.child("weights"));
    trainer = new Trainer(start, fitting, examples, seed);
  }

  /**
   * Trains on every row once.
   *
   * @throws Diverged if that came to no finite cost
   */
  void epoch() {
    trainer.epoch();
  }

  /**
   * Returns the network as it is now.
   *
   * @throws Diverged if some of its numbers is none
   */
  Network network() {
    return trainer.network();
  }

  /**
   * Returns J of the network as it is now on the rows that train.
   *
   * @throws Diverged as {@link #predictions} does
   */
  double jTrain(Network network) {
    return judge.j(predictions(judge, network));
  }

  /**
   * Returns what the network as it is now makes of a judge's rows.
   *
   * @throws Diverged if some of that is no number
   */
  double[] predictions(Judge rows, Network network) {
    double[] out = rows.predictions(network);
    for (double one : out) {
      if (!Double.isFinite(one)) {
        throw trainer.diverged("a prediction is " + one);
      }
    }
    return out;
  }

  /** Returns a judge by other rows. */
  Judge judge(int[] rows) {
    return new Judge(table, rows, encoding.rows(rows, table::value), target);
  }

  /** Returns the model of a network. */
  NetworkModel model(Network network, double shift) {
    return new NetworkModel(encoding, table.classes(), target, shift, network);
  }

  @Override
  public void close() {
    trainer.close();
  }
}
