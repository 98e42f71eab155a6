package tenfold.core.learn.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tenfold.core.data.DataException;
import tenfold.core.data.Task;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Keep;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Tables;
import tenfold.core.sweep.TooLarge;

/**
 * Neural networks. For each way to train and each fold one network is trained for the largest
 * number of epochs, on one thread, and scored after every smaller number that is swept.
 */
public final class NetworkFamily implements Family {

  /** Multiply-adds of a matrix product that one in training costs: forward, and backward twice. */
  private static final double TRAINING = 6;

  /**
   * Multiply-adds of a matrix product that the calls for one batch cost, whatever its size: about 2
   * milliseconds of a core, estimated from the processor time of one run of {@code
   * conf/digits-network.conf}.
   */
  private static final double BATCH = 4e7;

  private final NetworkGrid grid;
  private final Map<Candidate, NetworkSettings> candidates;

  /** The family with a grid. */
  public NetworkFamily(NetworkGrid grid) {
    Nd4jThreads.present();
    this.grid = grid;
    candidates = grid.candidates();
  }

  @Override
  public String name() {
    return "network";
  }

  @Override
  public Set<Task> tasks() {
    return Set.of(Task.REGRESSION, Task.CLASSIFICATION);
  }

  @Override
  public List<Axis> axes() {
    return grid.axes();
  }

  @Override
  public List<Candidate> candidates() {
    return List.copyOf(candidates.keySet());
  }

  /** What a row costs in an epoch of a network that it costs {@code flops} to go through. */
  static double rowFlops(double flops, int batch) {
    return TRAINING * flops + BATCH / batch;
  }

  private List<Topology> topologies(Shape shape) {
    int columns = shape.numbers() + shape.indicators();
    Ends ends = grid.ends(shape);
    check(shape, ends, columns);
    return grid.fittings().stream().map(f -> ends.topology(f, columns, shape.classes())).toList();
  }

  /**
   * The layers of every different network, on batches of its largest size.
   *
   * @throws DataException if the data are not what the configuration says of them
   */
  public List<List<Topology.Line>> layers(Shape shape) {
    int batch = Collections.max(grid.batches());
    return topologies(shape).stream().map(t -> t.lines(batch)).distinct().toList();
  }

  /**
   * Checks the slopes of the network of each way to train.
   *
   * @return by the hidden layers and λ
   * @throws DataException as {@link #layers} does
   */
  public Map<String, GradientCheck> checkGradients(Shape shape, Seed seed) {
    Nd4jThreads.require();
    List<Topology> topologies = topologies(shape);
    Map<String, GradientCheck> out = new LinkedHashMap<>();
    for (int f = 0; f < topologies.size(); f++) {
      Fitting fitting = grid.fittings().get(f);
      String name =
          "%s, %s, lambda = %s"
              .formatted(
                  NetworkSettings.text(fitting),
                  NetworkSettings.word(fitting.activation()),
                  fitting.lambda());
      Topology topology = topologies.get(f);
      out.computeIfAbsent(name, n -> GradientCheck.of(topology, fitting, seed));
    }
    return out;
  }

  private static void check(Shape shape, Ends ends, int columns) {
    if (ends.image() != null && (ends.in(columns).size() != columns || shape.names() > 0)) {
      throw new DataException(
          "models.network.image is %s, which is %d numbers, but the data have %d number columns and %d of names; let data.ignore leave out all columns but the pixels"
              .formatted(
                  ends.image().volume(), ends.in(columns).size(), shape.numbers(), shape.names()));
    }
    Output output = ends.output();
    if (!allowed(shape).contains(output)) {
      throw new DataException(
          "models.network.output is %s, but the target has %s; leave it out, or use %s"
              .formatted(
                  NetworkSettings.word(output),
                  target(shape),
                  allowed(shape).stream()
                      .map(NetworkSettings::word)
                      .collect(Collectors.joining(" or "))));
    }
  }

  private static List<Output> allowed(Shape shape) {
    if (shape.classes() == 0) {
      return List.of(Output.LINEAR, Output.RELU);
    }
    if (shape.labels() > 0) {
      return List.of(Output.SIGMOID);
    }
    return shape.classes() == 2 ? List.of(Output.SIGMOID, Output.SOFTMAX) : List.of(Output.SOFTMAX);
  }

  private static String target(Shape shape) {
    if (shape.labels() > 0) {
      return shape.labels() + " labels";
    }
    return shape.classes() == 0 ? "numbers" : shape.classes() + " classes";
  }

  @Override
  public Cost cost(Shape shape) {
    long columns = (long) shape.numbers() + shape.indicators();
    if (shape.rows() * columns > Integer.MAX_VALUE - 8) {
      throw new TooLarge(
          "models.network would train on %,d rows of %,d encoded columns, but one network takes %,d values at most; leave network out or name fewer columns"
              .formatted(shape.rows(), columns, Integer.MAX_VALUE - 8));
    }
    List<Topology> topologies = topologies(shape);
    List<Fitting> fittings = grid.fittings();
    long bytes = 0;
    for (int f = 0; f < fittings.size(); f++) {
      Topology topology = topologies.get(f);
      bytes = Math.max(bytes, topology.bytes(fittings.get(f).batch()));
    }
    return new Cost(
        candidates.size(),
        candidates.size() * shape.models(),
        fittings.size() * shape.models(),
        Tables.passes(shape),
        bytes + shape.rows() * (columns + topologies.get(0).width() + 1) * Float.BYTES,
        Tables.rawBytes(shape) + Keep.bytes(shape, grid.candidates().size()));
  }

  @Override
  public Swept sweep(Engine engine, Problem problem, Set<String> asked) {
    topologies(problem.shape()); // refuses what does not fit
    Nd4jThreads.require();
    return NetworkSweep.of(grid, engine, problem);
  }

  @Override
  public int compareComplexity(Candidate a, Candidate b) {
    return NetworkSettings.COMPLEXITY.compare(candidates.get(a), candidates.get(b));
  }
}
