package tenfold.core.learn.network;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tenfold.core.seed.Seed;

/**
 * A network with its numbers, in single precision. It answers row by row, each sum in one order, so
 * that a row's answer depends neither on its neighbours nor on the machine.
 *
 * <p>The numbers of a step are: dense and convolution, weights and biases (weights for each input,
 * in the order of {@link Volume}, one for each unit); batch-norm, for each channel a scale, a
 * centre, and the mean and the variance of what came in.
 */
public final class Network implements Serializable {

  private static final long serialVersionUID = 1;

  private static final double UNIT = 0x1p-53;

  private final Topology topology;
  private final float[][][] numbers; // of each step; owned
  private transient volatile List<Stage> stages;

  /**
   * A network.
   *
   * @param numbers of each step; owned
   * @throws IllegalArgumentException if they are not as many as the topology has
   */
  Network(Topology topology, float[][][] numbers) {
    this.topology = topology;
    this.numbers = numbers;
    for (int s = 0; s < topology.steps().size(); s++) {
      int[] lengths = topology.steps().get(s).lengths();
      int[] own = Arrays.stream(numbers[s]).mapToInt(n -> n.length).toArray();
      if (!Arrays.equals(lengths, own)) {
        throw new IllegalArgumentException(
            "layer %d has arrays of %s numbers; it needs %s"
                .formatted(s + 1, Arrays.toString(own), Arrays.toString(lengths)));
      }
    }
  }

  /**
   * Returns a network.
   *
   * @param hidden its layers, each with its activation
   * @param image what a row is; empty: {@code columns} numbers
   * @param classes that it answers, 0 for a number
   * @param all numbers, as {@link #numbers()} has them
   * @throws IllegalArgumentException if the layers do not fit together or the numbers are not as
   *     many as they need
   */
  public static Network of(
      List<Layer> hidden,
      Optional<Image> image,
      int columns,
      Output output,
      int classes,
      float[] all) {
    Volume in = image.map(Image::volume).orElse(Volume.flat(columns));
    Topology topology = Topology.of(hidden, Activation.LINEAR, in, output, output.width(classes));
    if (all.length != topology.parameters()) {
      throw new IllegalArgumentException(
          "its layers need %d numbers, but there are %d"
              .formatted(topology.parameters(), all.length));
    }
    float[][][] numbers = new float[topology.steps().size()][][];
    int at = 0;
    for (int s = 0; s < numbers.length; s++) {
      int[] lengths = topology.steps().get(s).lengths();
      numbers[s] = new float[lengths.length][];
      for (int n = 0; n < lengths.length; n++) {
        numbers[s][n] = Arrays.copyOfRange(all, at, at + lengths[n]);
        at += lengths[n];
      }
    }
    return new Network(topology, numbers);
  }

  /**
   * A network that has learned nothing. Weights are drawn evenly between ±√(6 / inputs of a unit)
   * before relu (He and others, "Delving deep into rectifiers", ICCV 2015) and ±√(6 / (inputs +
   * units that see an input)) elsewhere (Glorot and Bengio, "Understanding the difficulty of
   * training deep feedforward neural networks", AISTATS 2010).
   */
  static Network random(Topology topology, Seed seed) {
    List<Step> steps = topology.steps();
    float[][][] numbers = new float[steps.size()][][];
    for (int s = 0; s < numbers.length; s++) {
      Step step = steps.get(s);
      numbers[s] = Arrays.stream(step.lengths()).mapToObj(float[]::new).toArray(float[][]::new);
      if (step.weighs()) {
        draw(step, numbers[s][0], seed.child("layer", s));
      } else if (step.kind() == Step.Kind.BATCH_NORM) {
        Arrays.fill(numbers[s][0], 1);
        Arrays.fill(numbers[s][3], 1);
      }
    }
    if (topology.output() == Output.RELU) { // at 0 it would not learn
      numbers[numbers.length - 1][1][0] = 1;
    }
    return new Network(topology, numbers);
  }

  /** A network with the hidden layers of one that learned something, and the output of this. */
  Network behind(Network learned) {
    float[][][] out = learned.numbers.clone();
    out[out.length - 1] = numbers[out.length - 1];
    return new Network(topology, out);
  }

  /**
   * Holds the first layers of a network against those here, bit by bit.
   *
   * @throws IllegalStateException if one number differs
   */
  void requireSame(Network other, int layers) {
    for (int s = 0; s < layers; s++) {
      for (int n = 0; n < numbers[s].length; n++) {
        for (int i = 0; i < numbers[s][n].length; i++) {
          float was = numbers[s][n][i];
          float is = other.numbers[s][n][i];
          if (Float.floatToRawIntBits(was) != Float.floatToRawIntBits(is)) {
            throw new IllegalStateException(
                "layer %d was to stay as it was, but a number of it is %s and was %s"
                    .formatted(s + 1, is, was));
          }
        }
      }
    }
  }

  private static void draw(Step step, float[] weights, Seed seed) {
    boolean relu = step.activation() == Activation.RELU;
    double half = Math.sqrt(6.0 / (step.fanIn() + (relu ? 0 : step.fanOut())));
    for (int i = 0; i < weights.length; i++) {
      double u = (seed.bits(i) >>> 11) * UNIT;
      weights[i] = (float) (half * (2 * u - 1));
    }
  }

  /** The layers. */
  public Topology topology() {
    return topology;
  }

  /** The numbers of a step; shared, not modified. */
  float[][] numbers(int step) {
    return numbers[step];
  }

  /** All numbers, step by step. */
  public float[] numbers() {
    int length = Arrays.stream(numbers).flatMap(Arrays::stream).mapToInt(n -> n.length).sum();
    float[] out = new float[length];
    int at = 0;
    for (float[][] step : numbers) {
      for (float[] some : step) {
        System.arraycopy(some, 0, out, at, some.length);
        at += some.length;
      }
    }
    return out;
  }

  /** Writes a row as the network takes it. */
  interface Row {
    void write(int row, float[] x);
  }

  /** Returns the answers to so many rows, row-major. */
  double[] answers(int rows, Row row) {
    int width = topology.width();
    double[] out = new double[Math.multiplyExact(rows, width)];
    float[][] layers = layers();
    double[] z = new double[width];
    for (int i = 0; i < rows; i++) {
      row.write(i, layers[0]);
      float[] last = run(layers);
      for (int c = 0; c < width; c++) {
        z[c] = last[c];
      }
      System.arraycopy(topology.output().answer(z), 0, out, i * width, width);
    }
    return out;
  }

  /** Room for what stands between the layers, the inputs too. */
  float[][] layers() {
    List<float[]> out = new ArrayList<>();
    out.add(new float[topology.in().size()]);
    topology.steps().forEach(step -> out.add(new float[step.out().size()]));
    return out.toArray(float[][]::new);
  }

  /** Computes layer by layer from the first and returns the last. */
  float[] run(float[][] layers) {
    List<Stage> its = stages();
    for (int s = 0; s < its.size(); s++) {
      its.get(s).apply(layers[s], layers[s + 1]);
    }
    return layers[layers.length - 1];
  }

  private List<Stage> stages() {
    List<Stage> its = stages;
    if (its == null) {
      its = new ArrayList<>();
      for (int s = 0; s < numbers.length; s++) {
        its.add(Stage.of(topology.steps().get(s), numbers[s]));
      }
      stages = its;
    }
    return its;
  }
}
