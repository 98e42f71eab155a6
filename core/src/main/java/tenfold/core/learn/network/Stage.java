package tenfold.core.learn.network;

/** A layer with its numbers, at work on one row. Any number of threads may use it. */
interface Stage {

  /**
   * Computes what comes out of the layer.
   *
   * @param in what goes in, as {@link Volume} has it; not modified
   * @param out overwritten
   */
  void apply(float[] in, float[] out);

  /**
   * Returns the layer of a step with its numbers.
   *
   * @param numbers of the lengths that the step has; not modified
   */
  static Stage of(Step step, float[][] numbers) {
    return switch (step.kind()) {
      case DENSE -> dense(numbers[0], numbers[1], step.activation());
      case CONV -> new Convolution(step, numbers[0], numbers[1]);
      case POOL -> pool(step, ((Layer.Pool) step.layer()).size());
      case DROPOUT -> (in, out) -> System.arraycopy(in, 0, out, 0, in.length);
      case BATCH_NORM -> batchNorm(numbers);
    };
  }

  /**
   * Sums of all inputs.
   *
   * @param weights for each input one for each unit
   */
  private static Stage dense(float[] weights, float[] bias, Activation activation) {
    int units = bias.length;
    Sums sums = new Sums(weights, units);
    return (in, out) -> {
      System.arraycopy(bias, 0, out, 0, units);
      sums.add(in, 0, 0, in.length, out);
      bend(activation, out);
    };
  }

  /** Replaces sums by what units make of them. */
  static void bend(Activation activation, float[] out) {
    if (activation != Activation.LINEAR) {
      for (int j = 0; j < out.length; j++) {
        out[j] = activation.of(out[j]);
      }
    }
  }

  private static Stage pool(Step step, int size) {
    Volume to = step.out();
    int channels = to.channels();
    int wide = step.in().width() * channels;
    return (in, out) -> {
      for (int y = 0; y < to.height(); y++) {
        for (int x = 0; x < to.width(); x++) {
          for (int c = 0; c < channels; c++) {
            float max = Float.NEGATIVE_INFINITY;
            int corner = y * size * wide + x * size * channels + c;
            for (int dy = 0; dy < size; dy++) {
              for (int dx = 0; dx < size; dx++) {
                max = Math.max(max, in[corner + dy * wide + dx * channels]);
              }
            }
            out[(y * to.width() + x) * channels + c] = max;
          }
        }
      }
    };
  }

  /** By the means and variances that training kept. */
  private static Stage batchNorm(float[][] numbers) {
    int channels = numbers[0].length;
    float[] scale = new float[channels];
    float[] shift = new float[channels];
    for (int c = 0; c < channels; c++) {
      double s = numbers[0][c] / Math.sqrt(numbers[3][c] + Trainer.EPSILON);
      scale[c] = (float) s;
      shift[c] = (float) (numbers[1][c] - numbers[2][c] * s);
    }
    return (in, out) -> {
      for (int i = 0; i < in.length; i += channels) {
        for (int c = 0; c < channels; c++) {
          out[i + c] = in[i + c] * scale[c] + shift[c];
        }
      }
    };
  }
}
