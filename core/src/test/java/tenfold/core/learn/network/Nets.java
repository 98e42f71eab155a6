package tenfold.core.learn.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Networks for tests. */
final class Nets {

  private Nets() {}

  /** Plain descent at a rate, nothing else. */
  static Fitting fitting(Optimizer optimizer, double rate, double lambda, int batch) {
    return new Fitting(
        List.of(),
        Activation.TANH,
        lambda,
        batch,
        rate,
        optimizer,
        Schedule.CONSTANT,
        Augment.NONE);
  }

  /** Layers of every kind that fit together. */
  static Topology random(Random random) {
    Activation[] bent = {Activation.SIGMOID, Activation.RELU, Activation.TANH};
    Activation activation = bent[random.nextInt(bent.length)];
    boolean image = random.nextBoolean();
    Volume in =
        image
            ? new Volume(5 + random.nextInt(3), 5 + random.nextInt(3), 1 + random.nextInt(2))
            : Volume.flat(1 + random.nextInt(5));
    List<Layer> layers = new ArrayList<>();
    if (image) {
      layers.add(
          new Layer.Conv(
              1 + random.nextInt(4), 1 + random.nextInt(3), 1 + random.nextInt(2), null));
      if (random.nextBoolean()) {
        layers.add(new Layer.BatchNorm());
      }
      if (random.nextBoolean()) {
        layers.add(new Layer.Pool(2));
      }
    }
    if (random.nextBoolean()) {
      layers.add(new Layer.Dense(1 + random.nextInt(6), null));
      if (random.nextInt(3) == 0) {
        layers.add(new Layer.BatchNorm());
      }
      if (random.nextBoolean()) {
        layers.add(new Layer.Dropout(0.3));
      }
      if (random.nextBoolean()) {
        layers.add(new Layer.Dense(1 + random.nextInt(6), null));
      }
    }
    List<Output> outputs = List.of(Output.values());
    Output output = outputs.get(random.nextInt(outputs.size()));
    int classes = output == Output.SIGMOID ? 2 * (1 + random.nextInt(3)) : 3; // up to three labels
    return Topology.of(layers, activation, in, output, output.width(classes));
  }

  /** Rows whose inputs are all numbers. */
  static Examples examples(int rows, float[] x, float[] y, float[] weight, double all) {
    boolean[] noisy = new boolean[x.length / rows];
    Arrays.fill(noisy, true);
    return new Examples(rows, x, y, weight, all, noisy);
  }

  /** Rows and answers for a network. */
  static Examples examples(Topology topology, int rows, Random random) {
    float[] x = new float[rows * topology.in().size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    int width = topology.width();
    float[] y = new float[rows * width];
    float[] weight = new float[rows];
    for (int i = 0; i < rows; i++) {
      weight[i] = 1;
      if (topology.output() == Output.SOFTMAX) {
        y[i * width + random.nextInt(width)] = 1;
      } else {
        for (int o = 0; o < width; o++) {
          y[i * width + o] = random.nextInt(2);
        }
      }
    }
    return examples(rows, x, y, weight, rows);
  }
}
