package tenfold.core.learn.network;

/**
 * Sums of squares of places. All filters of a place are summed side by side, so that the inner loop
 * is one of neighbours.
 *
 * <p>Weights: for each row and each place of the square and each channel, one for each filter.
 */
final class Convolution implements Stage {

  private final Volume to;
  private final int kernel;
  private final int stride;
  private final int wide;
  private final int channels;
  private final Activation activation;
  private final Sums weights;
  private final float[] bias;

  Convolution(Step step, float[] weights, float[] bias) {
    Layer.Conv conv = (Layer.Conv) step.layer();
    to = step.out();
    kernel = conv.kernel();
    stride = conv.stride();
    channels = step.in().channels();
    wide = step.in().width() * channels;
    activation = step.activation();
    this.weights = new Sums(weights, to.channels());
    this.bias = bias;
  }

  @Override
  public void apply(float[] in, float[] out) {
    int filters = to.channels();
    float[] place = new float[filters];
    for (int y = 0; y < to.height(); y++) {
      for (int x = 0; x < to.width(); x++) {
        System.arraycopy(bias, 0, place, 0, filters);
        square(in, y * stride * wide + x * stride * channels, place);
        System.arraycopy(place, 0, out, (y * to.width() + x) * filters, filters);
      }
    }
    Stage.bend(activation, out);
  }

  /** Adds the square whose first number is {@code corner} to the filters of a place. */
  private void square(float[] in, int corner, float[] place) {
    int row = kernel * channels; // of the square, which is one run of the image's row
    for (int dy = 0; dy < kernel; dy++) {
      weights.add(in, corner + dy * wide, dy * row, row, place);
    }
  }
}
