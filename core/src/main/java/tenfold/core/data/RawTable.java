package tenfold.core.data;

/**
 * The training part with its inputs as numbers, for learners that bin by themselves: a float for
 * each row and input, NaN where a number is missing; a name is the index of its level, -1 for none.
 *
 * <p>Size: {@code rows * (4 * inputs + 8 + 4 * repeats)} bytes for a regression, {@code rows * (4 *
 * inputs + 4 + 4 * repeats)} for a classification, 4 for each of several labels, and 8 more a row
 * where rows have weights. Arrays are shared, not copied; nobody but the builder writes.
 */
public final class RawTable implements Cases {

  private static final long serialVersionUID = 1;

  private final Inputs inputs;
  private final float[][] columns;
  private final Facts facts;

  /**
   * A table.
   *
   * @param inputs what the columns are
   * @param columns for each input a number for each row
   * @param facts of the rows
   */
  public RawTable(Inputs inputs, float[][] columns, Facts facts) {
    this.inputs = inputs;
    this.columns = columns;
    this.facts = facts;
  }

  /** What the columns are. */
  public Inputs inputs() {
    return inputs;
  }

  /** Value of an input in a row. */
  public float value(int input, int row) {
    return columns[input][row];
  }

  @Override
  public Facts facts() {
    return facts;
  }

  /** The nearest float to each number. */
  public static float[] singles(double[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = single(values[i]);
    }
    return out;
  }

  /**
   * The nearest float; of a number that is too large for a float the largest, so that no finite
   * number turns infinite.
   */
  public static float single(double value) {
    double within = Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value)); // or NaN
    return (float) within + 0.0f; // never -0.0
  }
}
