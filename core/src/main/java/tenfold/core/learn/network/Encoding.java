package tenfold.core.learn.network;

import java.io.Serializable;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.RawTable;

/**
 * How rows become inputs of a network: a number stands as it is, a name is 1 at its level and 0 at
 * the others; then each column is centred and scaled by the rows that train, those of an image all
 * alike in each channel. A missing number is their mean, a constant column 0.
 */
public final class Encoding implements Serializable {

  private static final long serialVersionUID = 1;

  private static final int TOGETHER = 32; // rows

  private final Inputs inputs;
  private final double[] mean;
  private final double[] deviation;

  /**
   * An encoding.
   *
   * @param mean of each column; owned
   * @param deviation likewise, 0 for a constant; owned
   * @throws IllegalArgumentException if the lengths are not those of the inputs
   */
  public Encoding(Inputs inputs, double[] mean, double[] deviation) {
    int width = inputs.columns().stream().mapToInt(Inputs.Input::features).sum();
    if (mean.length != width || deviation.length != width) {
      throw new IllegalArgumentException(
          "its inputs have %d columns, but there are %d means and %d deviations"
              .formatted(width, mean.length, deviation.length));
    }
    this.inputs = inputs;
    this.mean = mean;
    this.deviation = deviation;
  }

  /** Finds the value of an input in a row: a number, or the index of a level, -1 for none. */
  interface Values {
    float of(int input, int row);
  }

  /**
   * Returns the encoding that these rows of a table ask for.
   *
   * @param channels of the image that the columns are; 0: they are none
   */
  static Encoding of(RawTable table, int[] train, int channels) {
    Gauge gauge = new Gauge(table.inputs(), channels);
    for (Moments.Pass pass : Moments.Pass.values()) {
      gauge.addColumns(pass, table, train);
    }
    return gauge.encoding();
  }

  /** The columns of the data. */
  public Inputs inputs() {
    return inputs;
  }

  /** Mean of each encoded column. */
  public double[] mean() {
    return mean.clone();
  }

  /** Deviation of each encoded column. */
  public double[] deviation() {
    return deviation.clone();
  }

  /** Number of encoded columns. */
  int width() {
    return mean.length;
  }

  /** Which encoded columns are numbers that are not all alike. */
  boolean[] numeric() {
    boolean[] out = new boolean[mean.length];
    int first = 0;
    for (Inputs.Input input : inputs.columns()) {
      out[first] = input.kind() == Kind.NUMBER && deviation[first] > 0;
      first += input.features();
    }
    return out;
  }

  /** Writes a row as a network takes it to {@code out} from {@code at} on. */
  void row(int row, Values values, float[] out, int at) {
    rows(new int[] {row}, 0, 1, values, out, at);
  }

  /** Writes some of the rows, the first of them all to {@code out} from {@code at} on. */
  private void rows(int[] rows, int from, int to, Values values, float[] out, int at) {
    int first = 0;
    for (int c = 0; c < inputs.columns().size(); c++) {
      Inputs.Input input = inputs.columns().get(c);
      if (input.kind() == Kind.NUMBER) {
        for (int i = from; i < to; i++) {
          float value = values.of(c, rows[i]);
          out[at + i * width() + first] = scaled(first, Float.isNaN(value) ? mean[first] : value);
        }
      } else {
        for (int i = from; i < to; i++) {
          int level = (int) values.of(c, rows[i]);
          for (int l = 0; l < input.features(); l++) {
            out[at + i * width() + first + l] = scaled(first + l, l == level ? 1 : 0);
          }
        }
      }
      first += input.features();
    }
  }

  /** Values of a table, its names by the levels that there are here. */
  Values of(RawTable table) {
    if (table.inputs().equals(inputs)) {
      return table::value;
    }
    int[][] levels = new int[inputs.columns().size()][];
    for (int c = 0; c < levels.length; c++) {
      levels[c] = levels(table.inputs().columns().get(c), inputs.columns().get(c));
    }
    return (input, row) -> {
      float value = table.value(input, row);
      boolean level = inputs.columns().get(input).kind() == Kind.NAME && value >= 0;
      return level ? levels[input][(int) value] : value;
    };
  }

  /** Where each level of one column is in another; -1: nowhere. */
  private static int[] levels(Inputs.Input from, Inputs.Input to) {
    int[] out = new int[from.width()];
    for (int l = 0; l < out.length; l++) {
      boolean missing = l == from.levels().size();
      out[l] =
          missing
              ? to.missing() ? to.levels().size() : -1
              : to.levels().indexOf(from.levels().get(l));
    }
    return out;
  }

  private float scaled(int column, double value) {
    return deviation[column] == 0 ? 0 : (float) ((value - mean[column]) / deviation[column]);
  }

  /**
   * Returns rows as a network takes them, row-major: some at a time, column by column, so that what
   * is read of a column and what is written of the rows is still near when the next is due.
   */
  float[] rows(int[] rows, Values values) {
    float[] out = new float[Math.multiplyExact(rows.length, width())];
    for (int from = 0; from < rows.length; from += TOGETHER) {
      rows(rows, from, Math.min(rows.length, from + TOGETHER), values, out, 0);
    }
    return out;
  }
}
