package tenfold.core.learn.network;

import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tenfold.core.seed.Seed;

/**
 * Holds the slopes that a network trains by against finite differences of its cost, in double
 * precision: a step of plain descent at rate 1 moves each number by its slope, λ's part included.
 *
 * @param numbers how many were looked at
 * @param worst largest difference, relative to the two slopes' sum (or to {@value #LEAST}, where
 *     that is more: smaller slopes drown in the rounding of the cost)
 */
public record GradientCheck(int numbers, double worst) {

  /** No worse than that is right. */
  public static final double RIGHT = 1e-5;

  static final double LEAST = 1e-4;

  private static final double UNIT = 0x1p-53;
  private static final int ROWS = 8;
  private static final int EACH = 40;

  /** A long step may lead past a kink of relu or of pooling; then a shorter one tells. */
  private static final double[] STEPS = {1e-4, 1e-5, 1e-6};

  /** Whether the slopes are right. */
  public boolean right() {
    return worst <= RIGHT;
  }

  /** Checks numbers of every array of a network, on rows and answers that are drawn. */
  static GradientCheck of(Topology topology, Fitting fitting, Seed seed) {
    Nd4jThreads.one();
    Fitting plain =
        new Fitting(
            fitting.layers(),
            fitting.activation(),
            fitting.lambda(),
            ROWS,
            1,
            Optimizer.SGD,
            Schedule.CONSTANT,
            Augment.NONE);
    double l2 = fitting.lambda() / ROWS;
    MultiLayerNetwork net =
        new MultiLayerNetwork(
            Translation.configuration(
                topology, 0, plain, l2, new OutputCost(topology.output()), DataType.DOUBLE, seed));
    net.init();
    LeanDense.in(net);
    Numbers.put(Network.random(topology, seed.child("weights")), net);
    moveBiases(net, seed.child("biases"));
    Volume in = topology.in();
    try (INDArray x =
            Nd4j.create(drawn(ROWS * in.size(), seed.child("inputs")), Numbers.shape(in, ROWS), 'c')
                .castTo(DataType.DOUBLE);
        INDArray y = truths(topology, seed.child("truths"))) {
      return of(net, x, y, seed.child("numbers"));
    } finally {
      Numbers.close(net);
    }
  }

  /** At 0 a unit of which no input is left would be at relu's kink exactly. */
  private static void moveBiases(MultiLayerNetwork net, Seed seed) {
    net.paramTable()
        .forEach(
            (name, array) -> {
              for (int i = 0; name.endsWith("_b") && i < array.length(); i++) {
                double u = (seed.child(name).bits(i) >>> 11) * UNIT;
                array.putScalar(i, array.getDouble(i) + (u - 0.5) / 2);
              }
            });
  }

  private static GradientCheck of(MultiLayerNetwork net, INDArray x, INDArray y, Seed seed) {
    net.setInput(x);
    net.setLabels(y);
    int[] which = chosen(net, seed);
    INDArray numbers = net.params(); // all in one row
    double[][] differences = new double[which.length][];
    double[] before = new double[which.length];
    for (int i = 0; i < which.length; i++) {
      before[i] = numbers.getDouble(which[i]);
      differences[i] = differences(net, numbers, which[i]);
    }
    net.fit(x, y);
    double worst = 0;
    for (int i = 0; i < which.length; i++) {
      double slope = before[i] - numbers.getDouble(which[i]);
      worst = Math.max(worst, difference(slope, differences[i]));
    }
    return new GradientCheck(which.length, worst);
  }

  /** Slopes of the cost by a number, by each of the steps. */
  private static double[] differences(MultiLayerNetwork net, INDArray numbers, int i) {
    double[] out = new double[STEPS.length];
    for (int s = 0; s < STEPS.length; s++) {
      double near = rise(net, numbers, i, STEPS[s]);
      double far = rise(net, numbers, i, 2 * STEPS[s]);
      out[s] = (8 * near - far) / (12 * STEPS[s]); // exact for costs of the fourth degree
    }
    return out;
  }

  /** What the cost gains from as far below a number to as far above it. */
  private static double rise(MultiLayerNetwork net, INDArray numbers, int i, double step) {
    double own = numbers.getDouble(i);
    numbers.putScalar(i, own + step);
    double up = cost(net);
    numbers.putScalar(i, own - step);
    double down = cost(net);
    numbers.putScalar(i, own);
    return up - down;
  }

  private static double cost(MultiLayerNetwork net) {
    net.computeGradientAndScore();
    return net.score();
  }

  /** The least relative difference that any of the steps finds. */
  private static double difference(double slope, double[] differences) {
    double least = Double.POSITIVE_INFINITY;
    for (double other : differences) {
      double size = Math.max(LEAST, Math.abs(slope) + Math.abs(other));
      least = Math.min(least, Math.abs(slope - other) / size);
    }
    return least;
  }

  /**
   * Places among all numbers, some of each array: all of them or so many that are drawn. None of
   * the means and variances that batch-norm keeps, which are not learned.
   */
  private static int[] chosen(MultiLayerNetwork net, Seed seed) {
    IntStream.Builder out = IntStream.builder();
    int first = 0;
    for (Map.Entry<String, INDArray> array : net.paramTable().entrySet()) {
      int length = Math.toIntExact(array.getValue().length());
      Seed draws = seed.child(array.getKey());
      boolean kept = array.getKey().endsWith("_mean") || array.getKey().endsWith("_var");
      for (int i = 0; i < Math.min(EACH, length) && !kept; i++) {
        out.add(first + (length <= EACH ? i : (int) ((draws.bits(i) >>> 11) * UNIT * length)));
      }
      first += length;
    }
    return out.build().toArray();
  }

  private static INDArray truths(Topology topology, Seed seed) {
    int width = topology.width();
    double[] out = new double[ROWS * width];
    for (int i = 0; i < ROWS; i++) {
      double u = (seed.bits(i) >>> 11) * UNIT;
      switch (topology.output()) {
        case SOFTMAX -> out[i * width + (int) (u * width)] = 1;
        case SIGMOID -> {
          for (int l = i * width; l < (i + 1) * width; l++) {
            out[l] = Math.rint((seed.bits(l) >>> 11) * UNIT);
          }
        }
        case LINEAR, RELU -> out[i] = u;
      }
    }
    return Nd4j.createFromArray(out).reshape('c', ROWS, width);
  }

  private static float[] drawn(int length, Seed seed) {
    float[] out = new float[length];
    for (int i = 0; i < length; i++) {
      out[i] = (float) ((seed.bits(i) >>> 11) * UNIT * 4 - 2);
    }
    return out;
  }
}
