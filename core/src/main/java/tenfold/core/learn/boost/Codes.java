package tenfold.core.learn.boost;

import tenfold.core.data.Inputs;

/**
 * Rows as {@link Stages} walks them: each value as an integer of the same order, once with the
 * missing ones below all others and once with them above, so that no step on a walk need ask
 * whether a value is missing.
 */
public final class Codes {

  private static final int BELOW = Integer.MIN_VALUE;
  private static final int ABOVE = Integer.MAX_VALUE;

  private final int rows;
  private final int width;
  private final int[] values;

  private Codes(int rows, int width, int[] values) {
    this.rows = rows;
    this.width = width;
    this.values = values;
  }

  /**
   * Returns some rows.
   *
   * @param columns as {@link Inputs#of} gives them
   * @param rows which of them
   */
  public static Codes of(Inputs inputs, double[][] columns, int[] rows) {
    float[] matrix = Matrix.of(inputs, rows, Matrix.values(columns));
    return of(matrix, rows.length, Matrix.features(inputs));
  }

  /**
   * Returns the rows of a matrix.
   *
   * @param matrix as {@link Matrix#of} has it: row-major, {@code rows * features} values
   * @throws IllegalStateException if their codes are more than one array holds
   */
  static Codes of(float[] matrix, int rows, int features) {
    int[] out = new int[length(rows, features)];
    for (int i = 0; i < rows; i++) {
      for (int f = 0; f < features; f++) {
        float value = matrix[i * features + f];
        boolean missing = Float.isNaN(value);
        int code = of(value);
        out[2 * i * features + f] = missing ? BELOW : code;
        out[(2 * i + 1) * features + f] = missing ? ABOVE : code;
      }
    }
    return new Codes(rows, 2 * features, out);
  }

  /** Integers of so many rows. */
  static int length(int rows, int features) {
    long length = 2L * rows * features;
    if (length > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException(
          "%,d rows of %,d encoded columns have %,d codes to score them by, but one array holds %,d; use more folds or fewer columns"
              .formatted(rows, features, length, Integer.MAX_VALUE - 8));
    }
    return (int) length;
  }

  /** Number of rows. */
  int rows() {
    return rows;
  }

  /** Integers of a row: two for each feature. */
  int width() {
    return width;
  }

  /** Row-major, {@code rows * width}; of a row first those with missing below. Not a copy. */
  int[] values() {
    return values;
  }

  /** An integer for each number, of the same order. */
  static int of(float value) {
    int bits = Float.floatToIntBits(value + 0.0f); // never -0.0
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  /** Where a row has the feature, missing below all others. */
  static int below(int feature) {
    return feature;
  }

  /** Where it has it, missing above all others. */
  static int above(int feature, int features) {
    return features + feature;
  }
}
