package tenfold.core.learn.network;

import java.io.Serializable;

/**
 * What stands between two layers, of one row: a number for each channel of each place. What is no
 * image has one place. The channels of a place are neighbours, then come the places of a row.
 */
record Volume(int height, int width, int channels) implements Serializable {

  static Volume flat(int units) {
    return new Volume(1, 1, units);
  }

  boolean isFlat() {
    return height == 1 && width == 1;
  }

  int size() {
    return Math.multiplyExact(Math.multiplyExact(height, width), channels);
  }

  @Override
  public String toString() {
    return isFlat()
        ? Integer.toString(channels)
        : "%d × %d × %d".formatted(height, width, channels);
  }
}
