package tenfold.core.learn.network;

import java.util.List;
import tenfold.core.data.Block;
import tenfold.core.data.Fitted;
import tenfold.core.data.RawTable;

/**
 * A network that predicts: a probability of each class, of several labels of both classes of each,
 * or a number. In plain Java.
 */
public final class NetworkModel implements Fitted {

  private static final long serialVersionUID = 1;

  private final Encoding encoding;
  private final List<String> classes;
  private final Target target;
  private final double shift;
  private final Network network;

  /**
   * A model.
   *
   * @param classes in the order of the network's, of several labels two for each; empty for a
   *     regression
   * @param shift what a regression adds to the target's numbers
   * @throws IllegalArgumentException if these do not fit together
   */
  public NetworkModel(
      Encoding encoding, List<String> classes, Target target, double shift, Network network) {
    this.encoding = encoding;
    this.classes = List.copyOf(classes);
    this.target = target;
    this.shift = shift;
    this.network = network;
    Topology topology = network.topology();
    if (topology.in().size() != encoding.width()) {
      throw new IllegalArgumentException(
          "its network takes %d numbers, but the model has %d columns"
              .formatted(topology.in().size(), encoding.width()));
    }
    boolean right =
        topology.output().classifies() == !classes.isEmpty()
            && topology.width() == topology.output().width(classes.size());
    if (!right) {
      throw new IllegalArgumentException(
          "its network ends in %d %s; that does not answer %d classes"
              .formatted(topology.width(), topology.output(), classes.size()));
    }
  }

  /** How rows become what the network takes. */
  public Encoding encoding() {
    return encoding;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public int labels() {
    return target.labels(classes.size());
  }

  /** How what the network answers becomes predictions. */
  public Target target() {
    return target;
  }

  /** What a regression adds to the target's numbers. */
  public double shift() {
    return shift;
  }

  /** The network. */
  public Network network() {
    return network;
  }

  @Override
  public double[] predict(Block block) {
    double[][] columns = encoding.inputs().of(block);
    float[][] singles = new float[columns.length][];
    for (int c = 0; c < columns.length; c++) {
      singles[c] = RawTable.singles(columns[c]);
    }
    double[] answers =
        network.answers(block.rows(), (i, x) -> encoding.row(i, (c, r) -> singles[c][r], x, 0));
    double[] out = target.predictions(answers);
    for (int i = 0; i < out.length && classes.isEmpty(); i++) {
      out[i] += shift;
    }
    return out;
  }
}
