package tenfold.core.learn.network;

import java.io.Serializable;

/**
 * A hidden layer as a configuration describes it. Its text is how a configuration would write it.
 */
public sealed interface Layer extends Serializable {

  /**
   * Every unit sees the whole layer before.
   *
   * @param activation null: the network's
   */
  record Dense(int units, Activation activation) implements Layer {
    @Override
    public String toString() {
      return activation == null
          ? Integer.toString(units)
          : "{ dense = %d%s }".formatted(units, with(activation));
    }
  }

  /**
   * Every filter sees a square of places, wherever one lies wholly in the image.
   *
   * @param kernel side of the square
   * @param stride from one square to the next
   * @param activation null: the network's
   */
  record Conv(int filters, int kernel, int stride, Activation activation) implements Layer {
    @Override
    public String toString() {
      return "{ conv = %d, kernel = %d, stride = %d%s }"
          .formatted(filters, kernel, stride, with(activation));
    }
  }

  /** The largest number of each square of places, channel by channel; squares do not overlap. */
  record Pool(int size) implements Layer {
    @Override
    public String toString() {
      return "{ pool = %d }".formatted(size);
    }
  }

  /** In training sets this share of the numbers to 0 and enlarges the others to make up for it. */
  record Dropout(double rate) implements Layer {
    @Override
    public String toString() {
      return "{ dropout = %s }".formatted(rate);
    }
  }

  /**
   * Centres and scales each channel over the rows of a batch, then gives it a scale and a centre
   * that are learned.
   */
  record BatchNorm() implements Layer {
    @Override
    public String toString() {
      return "{ batch-norm = true }";
    }
  }

  private static String with(Activation activation) {
    return activation == null
        ? ""
        : ", activation = " + activation.name().toLowerCase(java.util.Locale.ROOT);
  }
}
