package tenfold.core.learn.network;

import java.io.Serializable;
import tenfold.core.data.RawTable;

/**
 * Rows of a table as a network takes them, and what it should answer. Size: {@code 4 * rows *
 * (inputs + outputs + 1)} bytes.
 *
 * <p>A row's cost is multiplied by its weight over the mean weight of all that train, so that the
 * mean cost is the weighted mean.
 */
final class Examples implements Serializable {

  private static final long serialVersionUID = 1;

  private final int rows;
  private final float[] x;
  private final float[] y;
  private final float[] weight;
  private final double allWeights;
  private final boolean[] noisy;

  /**
   * Examples.
   *
   * @param noisy inputs that noise may be added to
   */
  Examples(int rows, float[] x, float[] y, float[] weight, double allWeights, boolean[] noisy) {
    this.rows = rows;
    this.x = x;
    this.y = y;
    this.weight = weight;
    this.allWeights = allWeights;
    this.noisy = noisy;
  }

  static Examples of(RawTable table, int[] rows, Encoding encoding, Target target, int width) {
    double all = 0;
    for (int row : rows) {
      all += table.weight(row);
    }
    return of(table, rows, encoding, target, width, all, rows.length);
  }

  /**
   * Returns some of the rows that train.
   *
   * @param all weight of all that train
   * @param count how many they are
   */
  static Examples of(
      RawTable table,
      int[] rows,
      Encoding encoding,
      Target target,
      int width,
      double all,
      long count) {
    float[] x = encoding.rows(rows, encoding.of(table));
    float[] y = new float[rows.length * width];
    float[] weight = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      target.truth(table, rows[i], width, y, i * width);
      weight[i] = (float) (table.weight(rows[i]) / (all / count));
    }
    return new Examples(rows.length, x, y, weight, all, encoding.numeric());
  }

  int rows() {
    return rows;
  }

  /** Inputs, row-major; shared. */
  float[] x() {
    return x;
  }

  /** Sum of the rows' weights as they stand in the data. */
  double allWeights() {
    return allWeights;
  }

  /** Inputs that noise may be added to; shared. */
  boolean[] noisy() {
    return noisy;
  }

  /** What is done to a row before it trains. */
  interface Change {
    void apply(int row, float[] x);
  }

  /**
   * Writes chosen rows of the inputs, changed, those of an image channel by channel.
   *
   * @param out of their size at least; overwritten
   */
  void inputs(int[] which, int from, int to, Volume volume, Change change, float[] out) {
    int width = volume.size();
    int places = volume.height() * volume.width();
    int channels = volume.channels();
    float[] row = new float[width];
    for (int i = from; i < to; i++) {
      int into = (i - from) * width;
      System.arraycopy(x, which[i] * width, row, 0, width);
      change.apply(which[i], row);
      if (channels == 1 || places == 1) {
        System.arraycopy(row, 0, out, into, width);
        continue;
      }
      for (int c = 0; c < channels; c++) {
        for (int j = 0; j < places; j++) {
          out[into + c * places + j] = row[j * channels + c];
        }
      }
    }
  }

  /** Returns what should be answered to chosen rows. */
  float[] truths(int[] which, int from, int to, int width) {
    float[] out = new float[(to - from) * width];
    for (int i = from; i < to; i++) {
      System.arraycopy(y, which[i] * width, out, (i - from) * width, width);
    }
    return out;
  }

  /** Returns weights of chosen rows. */
  float[] weights(int[] which, int from, int to) {
    float[] out = new float[to - from];
    for (int i = from; i < to; i++) {
      out[i - from] = weight[which[i]];
    }
    return out;
  }
}
