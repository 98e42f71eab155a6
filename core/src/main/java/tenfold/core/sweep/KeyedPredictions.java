package tenfold.core.sweep;

import java.util.Arrays;
import java.util.function.IntFunction;
import tenfold.core.data.Block;
import tenfold.core.fold.Folds;

/** Predictions made for the rows of a table, found again by their keys. */
public final class KeyedPredictions implements OutOfFold {

  private static final long serialVersionUID = 1;

  private final long[] keys;
  private final long[] units;
  private final int[] part;
  private final int outputs;
  private final double[] values;
  private final Folds folds;

  /**
   * Predictions of the rows that the cuts of the first repeat hold out.
   *
   * @param predicted by a cut of the rows that it holds out, row by row, less the shift of a number
   */
  public static KeyedPredictions of(
      Keyed<?> keyed, Problem problem, Cutting cutting, IntFunction<double[]> predicted) {
    return of(keyed, problem, cutting, cut -> cutting.held(keyed.table(), cut), predicted);
  }

  /**
   * The same.
   *
   * @param rows that a cut predicts
   */
  public static KeyedPredictions of(
      Keyed<?> keyed,
      Problem problem,
      Cutting cutting,
      IntFunction<int[]> rows,
      IntFunction<double[]> predicted) {
    int outputs = Math.max(1, problem.classes().size());
    double shift = problem.classes().isEmpty() ? problem.shift() : 0;
    double[] values = new double[keyed.keys().length * outputs];
    Arrays.fill(values, Double.NaN);
    for (int cut = 0; cut < cutting.inRepeat(); cut++) {
      int[] its = rows.apply(cut);
      double[] said = predicted.apply(cut);
      for (int i = 0; i < said.length; i++) {
        values[its[i / outputs] * outputs + i % outputs] = shift + said[i];
      }
    }
    return new KeyedPredictions(keyed, problem.folds(), outputs, values);
  }

  /**
   * Predictions of a table's rows.
   *
   * @param keyed the table and its keys
   * @param folds of the rows as they are read
   * @param outputs numbers for each row
   * @param values {@code rows * outputs}; NaN where a row has none; owned
   */
  private KeyedPredictions(Keyed<?> keyed, Folds folds, int outputs, double[] values) {
    keys = keyed.keys();
    units = keyed.units();
    part = keyed.table().part(0);
    this.folds = folds;
    this.outputs = outputs;
    this.values = values;
  }

  @Override
  public double[] predict(Block block) {
    int[] its = folds.of(block, 0);
    boolean byUnit = folds.leaveOneOut() || folds.outOfBag(); // which the table's parts number
    long[] unit = byUnit ? folds.units(block) : null;
    double[] out = new double[block.rows() * outputs];
    Arrays.fill(out, Double.NaN);
    for (int i = 0; i < its.length; i++) {
      if (its[i] != Folds.TEST) {
        int fold = unit == null ? its[i] : Arrays.binarySearch(units, unit[i]);
        int row = row(block.key()[i], fold);
        System.arraycopy(values, row * outputs, out, i * outputs, outputs);
      }
    }
    return out;
  }

  /**
   * The row of a key. Rows of one key are equal, so any of them will do that was held out of the
   * same fold.
   */
  private int row(long key, int fold) {
    int at = Arrays.binarySearch(keys, key);
    if (at < 0) {
      throw new IllegalStateException("a row was not there when the table was made");
    }
    int first = at;
    while (first > 0 && keys[first - 1] == key) {
      first--;
    }
    for (int row = first; row < keys.length && keys[row] == key; row++) {
      if (part[row] == fold) {
        return row;
      }
    }
    return first;
  }
}
