package tenfold.core.learn.network;

import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tenfold.core.seed.Seed;

/**
 * A network in training, on one thread: that which made it. All draws have addresses (batches by
 * epoch, dropout by batch), so the network after an epoch is the same, bit for bit, however many
 * epochs follow and whatever trains beside it. Close it: its memory is not Java's.
 */
final class Trainer implements AutoCloseable {

  /** What batch-norm adds to variances. */
  static final double EPSILON = 1e-5;

  private final Network start;
  private final int frozen;
  private final Topology topology;
  private final Fitting fitting;
  private final Examples examples;
  private final Seed seed;
  private final Augmenter augmenter;
  private final OutputCost cost;
  private final MultiLayerNetwork net;
  private final int[] order;
  private float[] inputs = new float[0]; // of a batch, and of the longest so far
  private final Map<Integer, INDArray> batches = new HashMap<>(); // where DL4J finds them, by rows
  private int epochs;

  /**
   * Begins a training.
   *
   * @param start the network to begin with
   * @param frozen how many of its first layers stay as they are
   */
  Trainer(Network start, int frozen, Fitting fitting, Examples examples, Seed seed) {
    Nd4jThreads.one();
    this.start = start;
    this.frozen = frozen;
    topology = start.topology();
    cost = new OutputCost(topology.output());
    this.fitting = fitting;
    this.examples = examples;
    this.seed = seed;
    order = new int[examples.rows()];
    augmenter =
        new Augmenter(fitting.augment(), topology.in(), examples.noisy(), seed.child("augment"));
    double l2 = fitting.lambda() / examples.allWeights();
    net =
        new MultiLayerNetwork(
            Translation.configuration(topology, frozen, fitting, l2, cost, DataType.FLOAT, seed));
    net.init();
    LeanDense.in(net);
    Numbers.put(start, net);
  }

  /**
   * Returns the network as it is now.
   *
   * @throws Diverged if some of its numbers is none
   */
  Network network() {
    Network network = Numbers.of(net, topology);
    for (float one : network.numbers()) {
      if (!Float.isFinite(one)) {
        throw diverged("a weight is " + one);
      }
    }
    start.requireSame(network, frozen);
    return network;
  }

  /** What there is to say where the epochs so far came to something that is not finite. */
  Diverged diverged(String what) {
    return new Diverged(
        "after epoch %d %s; use a smaller learning-rate than %s"
            .formatted(epochs, what, fitting.rate()));
  }

  /**
   * Trains on every row once and returns the mean cost of the batches, λ's part included.
   *
   * @throws Diverged if the cost of a batch is not finite
   */
  double epoch() {
    epochs++;
    shuffle();
    net.setLearningRate(fitting.schedule().rate(fitting.rate(), epochs));
    double sum = 0;
    int batches = 0;
    for (int from = 0; from < order.length; from += fitting.batch()) {
      double its = batch(from, Math.min(order.length, from + fitting.batch()));
      batches++;
      if (!Double.isFinite(its)) {
        throw new Diverged(
            "the cost of batch %d of epoch %d is %s; use a smaller learning-rate than %s"
                .formatted(batches, epochs, its, fitting.rate()));
      }
      sum += its;
    }
    return sum / batches;
  }

  private double batch(int from, int to) {
    int rows = to - from;
    if (inputs.length < rows * topology.in().size()) {
      inputs = new float[rows * topology.in().size()];
    }
    cost.weigh(examples.weights(order, from, to));
    examples.inputs(
        order, from, to, topology.in(), (row, its) -> augmenter.distort(epochs, row, its), inputs);
    INDArray x =
        batches.computeIfAbsent(
            rows, r -> Nd4j.createUninitialized(DataType.FLOAT, Numbers.shape(topology.in(), r)));
    Numbers.fill(x, inputs);
    int width = topology.width();
    try (INDArray y = Numbers.array(examples.truths(order, from, to, width), rows, width)) {
      net.fit(x, y);
      return net.score();
    }
  }

  /**
   * Trains on some batches of an epoch, from a state on, and returns the state after them. Every
   * epoch has the batches that it would have in one go, however they are come by.
   *
   * @throws Diverged if the cost of a batch is not finite
   */
  Turn turn(State from, Span span) {
    if (span.epoch() != epochs) {
      epochs = span.epoch();
      shuffle();
      net.setLearningRate(fitting.schedule().rate(fitting.rate(), epochs));
    }
    from.put(net);
    for (int b = span.first(); b < span.end(); b++) {
      double its = batch(span.row(b, order.length), span.row(b + 1, order.length));
      if (!Double.isFinite(its)) {
        throw new Diverged(
            "the cost of batch %d of epoch %d is %s; use a smaller learning-rate than %s"
                .formatted(b + 1, epochs, its, fitting.rate()));
      }
    }
    int rows = span.row(span.end(), order.length) - span.row(span.first(), order.length);
    return new Turn(State.of(net), rows);
  }

  /** Puts the rows in the order of this epoch. */
  private void shuffle() {
    System.arraycopy(order(order.length, seed.child("epoch", epochs)), 0, order, 0, order.length);
  }

  /** Numbers from 0 in an order by draws (Durstenfeld, "Algorithm 235", CACM 1964). */
  static int[] order(int count, Seed draws) {
    int[] order = new int[count];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int i = order.length - 1; i > 0; i--) {
      int j = (int) (((draws.bits(i) >>> 32) * (i + 1)) >>> 32);
      int row = order[i];
      order[i] = order[j];
      order[j] = row;
    }
    return order;
  }

  @Override
  public void close() {
    batches.values().forEach(INDArray::close);
    Numbers.close(net);
  }
}
