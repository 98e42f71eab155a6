package tenfold.core.learn.network;

import java.util.List;
import tenfold.core.data.RawTable;
import tenfold.core.seed.Seed;

/** A network that learns from some rows of a table, and what it makes of others. Close it. */
final class Training implements AutoCloseable {

  private final RawTable table;
  private final Encoding.Values values;
  private final Encoding encoding;
  private final Target target;
  private final Judge judge;
  private final Examples examples;
  private final List<Leg> legs;
  private Trainer trainer;
  private int epochs;

  /**
   * Begins a training of no epochs yet.
   *
   * @param train rows that train
   * @param shift what the table's targets are less than the data's
   */
  Training(RawTable table, int[] train, Ends ends, Fitting fitting, double shift, Seed seed) {
    this.table = table;
    Begun begun = ends.begun();
    legs = Leg.of(fitting, begun, seed);
    encoding =
        begun == null
            ? Encoding.of(table, train, ends.channels())
            : begun.origin().encoding(table.inputs());
    values = encoding.of(table);
    target = Target.of(table, train, ends.output(), shift);
    Topology topology = ends.topology(fitting, encoding.width(), table.classes().size());
    examples = Examples.of(table, train, encoding, target, topology.width());
    judge = new Judge(table, train, examples.x(), target);
    Network fresh = Network.random(topology, seed.child("weights"));
    trainer =
        trainer(begun == null ? fresh : fresh.behind(begun.origin().network()), Leg.at(legs, 0));
  }

  private Trainer trainer(Network start, Leg leg) {
    return new Trainer(start, leg.frozen(), leg.fitting(), examples, leg.seed());
  }

  /**
   * Trains on every row once.
   *
   * @throws Diverged if that came to no finite cost
   */
  void epoch() {
    epochs++;
    Leg leg = Leg.at(legs, epochs);
    if (leg.before() != Leg.at(legs, epochs - 1).before()) {
      Network learned = trainer.network();
      trainer.close();
      trainer = trainer(learned, leg);
    }
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
    return new Judge(table, rows, encoding.rows(rows, values), target);
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
