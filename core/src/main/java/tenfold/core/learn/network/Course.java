package tenfold.core.learn.network;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import tenfold.core.data.Inputs;
import tenfold.core.data.RawTable;
import tenfold.core.metric.Metric;
import tenfold.core.metric.Score;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Problem;

/** What all know who train one network together: everything but the rows. */
public final class Course implements Serializable {

  private static final long serialVersionUID = 1;

  private final Candidate candidate;
  private final int epochs;
  private final int patience; // 0: none
  private final Network fresh; // that has learned nothing here
  private final List<Leg> legs;
  private final Topology topology;
  private final Encoding encoding;
  private final Target target;
  private final List<String> classes;
  private final double shift;
  private final double weight;
  private final long rows;
  private final Seed seed;

  private Course(
      NetworkGrid grid,
      Topology topology,
      Begun begun,
      Encoding encoding,
      Target target,
      Problem problem,
      Gauge gauge) {
    candidate = grid.candidates().keySet().iterator().next();
    NetworkSettings settings = grid.candidates().get(candidate);
    epochs = settings.all();
    patience = settings.patience().orElse(0);
    this.topology = topology;
    this.encoding = encoding;
    this.target = target;
    classes = problem.classes();
    shift = problem.shift();
    weight = gauge.weight();
    rows = gauge.rows();
    seed = problem.seed().child("network").child("train");
    Network random = Network.random(topology, seed.child("weights"));
    fresh = begun == null ? random : random.behind(begun.origin().network());
    legs = Leg.of(settings.fitting(), begun, seed);
  }

  private Leg leg(int epoch) {
    return Leg.at(legs, epoch);
  }

  /** Returns a gauge of no rows for the only network of a grid. */
  public static Gauge gauge(NetworkGrid grid, Problem problem) {
    Inputs inputs = Inputs.of(problem.schema(), problem.encoder());
    return new Gauge(inputs, grid.ends(problem.shape()).channels());
  }

  /**
   * Returns the course of the only network of a grid.
   *
   * @param gauge of all rows that train
   * @throws tenfold.core.data.DataException if the data are not what the configuration says of them
   */
  public static Course of(NetworkGrid grid, Problem problem, Gauge gauge) {
    new NetworkFamily(grid).layers(problem.shape()); // refuses what does not fit
    Ends ends = grid.ends(problem.shape());
    Begun begun = ends.begun();
    Encoding encoding = begun == null ? gauge.encoding() : begun.origin().encoding(gauge.inputs());
    Fitting fitting = grid.fittings().get(0);
    Topology topology = ends.topology(fitting, encoding.width(), problem.classes().size());
    Target target = Target.of(gauge.target(), ends.output(), problem.shift());
    return new Course(grid, topology, begun, encoding, target, problem, gauge);
  }

  /** The network's settings as reports name them. */
  public Candidate candidate() {
    return candidate;
  }

  /** Epochs, at most. */
  public int epochs() {
    return epochs;
  }

  /** Epochs without a gain after which training stops; empty where it does not stop early. */
  public OptionalInt patience() {
    return patience == 0 ? OptionalInt.empty() : OptionalInt.of(patience);
  }

  /** Rows of a batch. */
  public int batch() {
    return legs.get(0).fitting().batch();
  }

  /** Rows that train, of all workers. */
  public long rows() {
    return rows;
  }

  /** Bytes that one worker's network takes while it trains, outside of Java's memory. */
  public long bytes() {
    return topology.bytes(batch());
  }

  /** Numbers of a row that a worker holds. */
  public int width() {
    return topology.in().size() + topology.width() + 1;
  }

  /** Returns a worker's share. */
  public Share share(RawTable train, RawTable held) {
    int[] all = IntStream.range(0, train.rows()).toArray();
    Examples examples = Examples.of(train, all, encoding, target, topology.width(), weight, rows);
    int[] out = IntStream.range(0, held.rows()).toArray();
    return new Share(
        examples,
        new Judge(bare(train), all, examples.x(), target),
        new Judge(bare(held), out, encoding.rows(out, encoding.of(held)), target));
  }

  /** The table without its inputs, which nobody reads any more. */
  private static RawTable bare(RawTable table) {
    return new RawTable(table.inputs(), new float[0][], table.facts());
  }

  /** Returns a worker at work on its share. */
  public Worker worker(int number, Share share) {
    return new Worker(this, number, share);
  }

  /** Returns what trains a worker's share in an epoch, and in all others of its leg. */
  Trainer trainer(int number, Share share, int epoch) {
    Leg leg = leg(epoch);
    return new Trainer(
        fresh, leg.frozen(), leg.fitting(), share.examples(), leg.seed().child("worker", number));
  }

  /** Epochs before those in which the same layers learn as in this one. */
  int before(int epoch) {
    return leg(epoch).before();
  }

  /** Loads ND4J's library, or says why it cannot be. */
  public static void require() {
    Nd4jThreads.require();
  }

  /** The state in which training begins. */
  public State start() {
    MultiLayerNetwork net = net(0);
    Numbers.put(fresh, net);
    return end(net);
  }

  /**
   * The state in which an epoch begins after another. Where other layers learn from then on, the
   * optimizer remembers nothing.
   */
  public State begin(State after, int epoch) {
    if (before(epoch) == before(epoch - 1)) {
      return after;
    }
    MultiLayerNetwork net = net(epoch);
    new State(after.numbers(), new float[0], 0).put(net);
    return end(net);
  }

  /** DL4J's network in a state, for an epoch. */
  public MultiLayerNetwork net(State state, int epoch) {
    Fitting fitting = leg(epoch).fitting();
    MultiLayerNetwork net = net(epoch);
    net.setLearningRate(fitting.schedule().rate(fitting.rate(), epoch - before(epoch)));
    state.put(net);
    return net;
  }

  /** The state of DL4J's network, which is closed. */
  public State end(MultiLayerNetwork net) {
    State state = State.of(net);
    Numbers.close(net);
    return state;
  }

  /** A worker's batches as DL4J takes them; rows' weights do not come with them. */
  public List<DataSet> batches(int number, Share share, int count) {
    Nd4jThreads.one();
    Examples all = share.examples();
    Span span = new Span(1, count, 0, count);
    int[] order = Trainer.order(all.rows(), seed.child("worker", number).child("epoch", 1));
    List<DataSet> out = new ArrayList<>();
    for (int b = 0; b < count; b++) {
      int from = span.row(b, all.rows());
      int to = span.row(b + 1, all.rows());
      long[] shape = Numbers.shape(topology.in(), to - from);
      float[] x = new float[(to - from) * topology.in().size()];
      all.inputs(order, from, to, topology.in(), (row, its) -> {}, x);
      float[] y = all.truths(order, from, to, topology.width());
      out.add(
          new DataSet(
              Nd4j.create(x, shape, 'c'),
              Nd4j.create(y, new long[] {to - from, topology.width()}, 'c')));
    }
    return out;
  }

  private MultiLayerNetwork net(int epoch) {
    Nd4jThreads.one();
    Leg leg = leg(epoch);
    MultiLayerConfiguration configuration =
        Translation.configuration(
            topology,
            leg.frozen(),
            leg.fitting(),
            leg.fitting().lambda() / weight,
            new OutputCost(topology.output()),
            DataType.FLOAT,
            leg.seed());
    MultiLayerNetwork net = new MultiLayerNetwork(configuration);
    net.init();
    return net;
  }

  /**
   * Returns the network of the state after an epoch. Layers that stayed so far are those that
   * training began with, bit for bit.
   */
  public Network network(State state, int epoch) {
    MultiLayerNetwork net = net(epoch);
    state.put(net);
    Network network = Numbers.of(net, topology);
    Numbers.close(net);
    fresh.requireSame(network, leg(epoch).frozen());
    return network;
  }

  /** Returns the model of a network. */
  public NetworkModel model(Network network) {
    return new NetworkModel(encoding, classes, target, shift, network);
  }

  /** Whether it tells classes apart. */
  public boolean classifies() {
    return !classes.isEmpty();
  }

  /** Whether its scores have areas under curves; of several labels together there are none. */
  public boolean hasCurves() {
    return classifies() && target.labels(classes.size()) == 0;
  }

  /**
   * What training makes small: the mean log-loss, of several labels a label's, or half the mean
   * squared error.
   */
  public double loss(Score score) {
    return classes.isEmpty() ? score.j() : score.metrics().get(Metric.LOG_LOSS.key());
  }
}
