package tenfold.core.learn.network;

import java.io.Serializable;

/**
 * What networks of a grid begin and end with.
 *
 * @param image what a row is; null: no image but a number for each encoded column
 * @param begun a network that learned something else, whose inputs and hidden layers these are;
 *     null: they begin with nothing
 */
record Ends(Image image, Output output, Begun begun) implements Serializable {

  /** What a row of so many encoded columns is. */
  Volume in(int columns) {
    if (begun != null) {
      return begun.origin().network().topology().in();
    }
    return image == null ? Volume.flat(columns) : image.volume();
  }

  /** Channels of the image, 0 if it is none. */
  int channels() {
    return image == null ? 0 : image.channels();
  }

  /**
   * Returns a network for so many columns and classes, 0 for a number.
   *
   * @throws IllegalArgumentException if its layers do not fit together
   */
  Topology topology(Fitting fitting, int columns, int classes) {
    return Topology.of(
        fitting.layers(), fitting.activation(), in(columns), output, output.width(classes));
  }
}
