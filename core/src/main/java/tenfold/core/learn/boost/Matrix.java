package tenfold.core.learn.boost;

import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.RawTable;

/**
 * Rows as XGBoost takes them: row-major, a float for each feature. A number stands as it is, NaN
 * where missing; a name is 1 at its level and 0 at the others, everywhere 0 where it has none of
 * them.
 */
final class Matrix {

  /** Finds the value of an input in a row: a number, or the index of a level, -1 for none. */
  interface Values {
    float of(int input, int row);
  }

  private Matrix() {}

  /** Number of features of these inputs. */
  static int features(Inputs inputs) {
    return inputs.columns().stream().mapToInt(Inputs.Input::features).sum();
  }

  /** Returns the values of columns as {@link Inputs#of} gives them. */
  static Values values(double[][] columns) {
    return (input, row) -> RawTable.single(columns[input][row]);
  }

  /**
   * Returns rows {@code rows} of the values.
   *
   * @throws IllegalStateException if they are more than one array holds
   */
  static float[] of(Inputs inputs, int[] rows, Values values) {
    int width = features(inputs);
    if ((long) rows.length * width > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException(
          "%,d rows of %,d encoded columns are more than one array holds"
              .formatted(rows.length, width));
    }
    float[] out = new float[rows.length * width];
    int first = 0;
    for (int c = 0; c < inputs.columns().size(); c++) {
      Inputs.Input input = inputs.columns().get(c);
      for (int i = 0; i < rows.length; i++) {
        float value = values.of(c, rows[i]);
        if (input.kind() == Kind.NUMBER) {
          out[i * width + first] = value;
        } else if (value >= 0) {
          out[i * width + first + (int) value] = 1;
        }
      }
      first += input.features();
    }
    return out;
  }
}
