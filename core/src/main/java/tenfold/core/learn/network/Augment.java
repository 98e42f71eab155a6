package tenfold.core.learn.network;

import java.io.Serializable;

/**
 * How rows that train are distorted anew in every epoch; each distortion is drawn evenly up to its
 * limit on either side, noise normally.
 *
 * @param shift pixels, at least 0
 * @param rotate degrees, 0 to 180
 * @param scale share by which an image grows or shrinks, from 0 to below 1
 * @param noise its standard deviation, in units of the scaled inputs, at least 0
 */
public record Augment(double shift, double rotate, double scale, double noise)
    implements Serializable {

  /** Rows stay as they are. */
  public static final Augment NONE = new Augment(0, 0, 0, 0);

  /** Whether it moves the pixels of an image. */
  public boolean moves() {
    return shift > 0 || rotate > 0 || scale > 0;
  }

  @Override
  public String toString() {
    return equals(NONE)
        ? "none"
        : "shift %s, rotate %s, scale %s, noise %s".formatted(shift, rotate, scale, noise);
  }
}
