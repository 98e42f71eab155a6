package tenfold.core.learn.ridge;

import java.util.ArrayList;
import java.util.List;
import tenfold.core.learn.terms.Scale;

/**
 * Names whose 0/1 columns add up to 1 in every training row. Each is a direction in which the
 * scaled terms have no variance, hence no weight at any lambda; it is known to the last digit,
 * where a decomposition mixes it with others that have little.
 */
final class Levels {

  private final List<double[]> still = new ArrayList<>();

  /**
   * Looks for them.
   *
   * @param columns the training rows' own
   * @param names how many 0/1 columns each name became, in order
   */
  Levels(Columns columns, int[] names) {
    int first = 0;
    int place = 0;
    for (int width : names) {
      double[] direction = new double[columns.active().length];
      double sum = 0;
      double squares = 0;
      int several = 0;
      for (int j = first; j < first + width; j++) {
        double scale = columns.scale(j);
        sum += columns.mean(j);
        squares += scale * scale;
        if (scale > 0) {
          direction[place++] = scale;
          several++;
        }
      }
      if (several > 1 && Math.abs(sum - 1) < Scale.NOTHING) {
        double length = Math.sqrt(squares);
        java.util.Arrays.setAll(direction, j -> direction[j] / length);
        still.add(direction);
      }
      first += width;
    }
  }

  /** How many there are. */
  int count() {
    return still.size();
  }

  /**
   * Takes their directions out of others.
   *
   * @param v directions, one to a column, in the active terms; written
   */
  void takeFrom(double[] v) {
    for (double[] one : still) {
      int n = one.length;
      for (int at = 0; at < v.length; at += n) {
        double along = 0;
        for (int j = 0; j < n; j++) {
          along += one[j] * v[at + j];
        }
        for (int j = 0; j < n; j++) {
          v[at + j] -= along * one[j];
        }
      }
    }
  }
}
