package tenfold.core.learn.network;

import java.io.Serializable;

/**
 * How the columns of a table are an image: row by row from the top, in each row pixel by pixel, of
 * each pixel its channels.
 */
public record Image(int height, int width, int channels) implements Serializable {

  Volume volume() {
    return new Volume(height, width, channels);
  }
}
