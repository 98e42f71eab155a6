package tenfold.core.learn.network;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network without its numbers: the layers with what goes into and comes out of each. The last is
 * dense and linear, its sums are what the output makes answers of.
 */
public record Topology(List<Step> steps, Output output) implements Serializable {

  /** Copies of a network's numbers in training: themselves, slopes, two of Adam, DL4J's own. */
  private static final long COPIES = 6;

  /** Copies of what stands between layers: on the way there, on the way back, and a sum. */
  private static final long PASSES = 3;

  /** Arrays that a training keeps for the inputs of a batch: the last has fewer rows. */
  private static final long INPUTS = 2;

  private static final int MOST = Integer.MAX_VALUE - 8;

  public Topology {
    steps = List.copyOf(steps);
  }

  /**
   * Returns the network of these hidden layers.
   *
   * @param activation of layers that name none
   * @param in what a row is
   * @param width sums of the last layer
   * @throws IllegalArgumentException if they do not fit together; the sentence begins with what
   */
  static Topology of(
      List<Layer> layers, Activation activation, Volume in, Output output, int width) {
    List<Step> steps = new ArrayList<>();
    Volume at = in;
    for (Layer layer : layers) {
      Step step = step(layer, activation, at, steps.size() + 1);
      checkSize(step, steps.size() + 1);
      steps.add(step);
      at = step.out();
    }
    Layer last = new Layer.Dense(width, Activation.LINEAR);
    Step end = new Step(last, Activation.LINEAR, at, Volume.flat(width));
    checkSize(end, steps.size() + 1);
    steps.add(end);
    checkLinear(steps);
    return new Topology(steps, output);
  }

  private static Step step(Layer layer, Activation activation, Volume in, int number) {
    if (layer instanceof Layer.Dense dense) {
      return new Step(layer, or(dense.activation(), activation), in, Volume.flat(dense.units()));
    }
    if (layer instanceof Layer.Conv conv) {
      checkSide("kernel", conv.kernel(), in, number);
      int height = (in.height() - conv.kernel()) / conv.stride() + 1;
      int width = (in.width() - conv.kernel()) / conv.stride() + 1;
      Volume out = new Volume(height, width, conv.filters());
      return new Step(layer, or(conv.activation(), activation), in, out);
    }
    if (layer instanceof Layer.Pool pool) {
      checkSide("pool", pool.size(), in, number);
      Volume out = new Volume(in.height() / pool.size(), in.width() / pool.size(), in.channels());
      return new Step(layer, Activation.LINEAR, in, out);
    }
    return new Step(layer, Activation.LINEAR, in, in);
  }

  private static void checkSize(Step step, int number) {
    double numbers = Math.max(step.answers(), step.weights());
    if (numbers > MOST) {
      throw new IllegalArgumentException(
          "layer %d would have %.3g numbers; one array holds %,d".formatted(number, numbers, MOST));
    }
  }

  private static Activation or(Activation own, Activation otherwise) {
    return own == null ? otherwise : own;
  }

  private static void checkSide(String what, int side, Volume in, int number) {
    if (in.isFlat()) {
      throw new IllegalArgumentException(
          "layer %d is a %s, but what comes to it is no image; say image { height, width, channels }, and place it before dense layers"
              .formatted(number, what.equals("kernel") ? "convolution" : what));
    }
    if (side > Math.min(in.height(), in.width())) {
      throw new IllegalArgumentException(
          "layer %d has %s = %d, but the image that comes to it is %s; use at most %d"
              .formatted(number, what, side, in, Math.min(in.height(), in.width())));
    }
  }

  /** Weights upon weights with nothing bent between them are one layer's. */
  private static void checkLinear(List<Step> steps) {
    int linear = 0; // number of the layer of which nothing was bent yet
    for (int s = 0; s < steps.size(); s++) {
      Step step = steps.get(s);
      if (step.weighs() && linear > 0) {
        throw new IllegalArgumentException(
            "layer %d is linear and the next is another weighted sum, so that both are one linear layer; use relu, tanh or sigmoid, or leave the layer out"
                .formatted(linear));
      }
      if (step.weighs() && step.activation() == Activation.LINEAR) {
        linear = s + 1;
      } else if (step.kind() == Step.Kind.POOL) {
        linear = 0;
      }
    }
  }

  /** The hidden layers, each with the activation that it has. */
  public List<Layer> hidden() {
    return steps.subList(0, steps.size() - 1).stream().map(Step::resolved).toList();
  }

  /** The image that a row is, if it is one. */
  public Optional<Image> image() {
    return in().isFlat()
        ? Optional.empty()
        : Optional.of(new Image(in().height(), in().width(), in().channels()));
  }

  /**
   * One line of the table of a network's layers.
   *
   * @param layer as a configuration would write it; the last is the output
   * @param out what it makes of a row: units, or height × width × channels
   * @param parameters numbers that it learns
   * @param bytes that it takes in training, on batches of one size
   */
  public record Line(String layer, String out, long parameters, long bytes) {}

  /** The table of the layers, trained on batches of so many rows. */
  public List<Line> lines(int batch) {
    List<Line> out = new ArrayList<>();
    for (Step step : steps) {
      boolean last = out.size() == steps.size() - 1;
      long inputs = out.isEmpty() ? INPUTS * in().size() : 0;
      long passed = PASSES * step.out().size() + inputs; // numbers, for each row of a batch
      out.add(
          new Line(
              last
                  ? NetworkSettings.word(output) + " of " + step.out()
                  : step.resolved().toString(),
              step.out().toString(),
              step.parameters(),
              Float.BYTES * (COPIES * step.parameters() + passed * batch)));
    }
    return out;
  }

  /** Bytes of a training on batches of so many rows, apart from the rows themselves. */
  long bytes(int batch) {
    return lines(batch).stream().mapToLong(Line::bytes).sum();
  }

  /** How many numbers are learned. */
  public long parameters() {
    return steps.stream().mapToLong(Step::parameters).sum();
  }

  /** Multiply-adds that a row costs. */
  double flops() {
    return steps.stream().mapToDouble(Step::flops).sum();
  }

  /** What a row is. */
  Volume in() {
    return steps.get(0).in();
  }

  /** How many sums the output has. */
  int width() {
    return steps.get(steps.size() - 1).out().size();
  }
}
