package tenfold.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A column of a {@link Table}: what its codes mean, and a code for each row. */
public final class Coded {

  private final Column column;
  private final byte[] codes;

  private Coded(Column column, byte[] codes) {
    this.column = column;
    this.codes = codes;
  }

  /** What the codes mean. */
  public Column column() {
    return column;
  }

  /** A code for each row; read them unsigned. */
  public byte[] codes() {
    return codes;
  }

  /**
   * Codes numbers: a code for each value where there are no more than {@code bins}, else runs of
   * values cut at exact quantiles, whose upper ends have ranks {@code ceil(k n / bins)} among the
   * {@code n} values that are not missing. A value that takes several such ranks has one code.
   *
   * <p>Cost: one sort of a copy, and a binary search for each value.
   *
   * @param first the column's feature
   * @param values a number for each row, NaN where missing; -0.0 counts as 0.0
   * @param bins most codes, from 1 to {@value Column#CODES}
   */
  public static Coded numbers(String name, int first, double[] values, int bins) {
    double[] sorted = new double[values.length];
    int n = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sorted[n++] = value + 0.0;
      }
    }
    Arrays.sort(sorted, 0, n);
    double[] high = ends(sorted, n, bins);
    List<Double> low = new ArrayList<>();
    for (int c = 0; c < high.length; c++) {
      low.add(c == 0 ? sorted[0] : above(sorted, n, high[c - 1]));
    }
    byte[] codes = new byte[values.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) (Double.isNaN(values[i]) ? high.length : code(high, values[i] + 0.0));
    }
    List<Double> ends = Arrays.stream(high).boxed().toList();
    return new Coded(new Column.Numbers(name, first, low, ends, n < values.length), codes);
  }

  /** The largest value of each code. */
  private static double[] ends(double[] sorted, int n, int bins) {
    double[] distinct = new double[bins];
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || sorted[i] > sorted[i - 1]) {
        if (count == bins) {
          return quantiles(sorted, n, bins);
        }
        distinct[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(distinct, count);
  }

  private static double[] quantiles(double[] sorted, int n, int bins) {
    double[] ends = new double[bins];
    int count = 0;
    for (long k = 1; k <= bins; k++) {
      double end = sorted[(int) ((k * n + bins - 1) / bins - 1)];
      if (count == 0 || end > ends[count - 1]) {
        ends[count++] = end;
      }
    }
    return Arrays.copyOf(ends, count);
  }

  /** The smallest value above {@code end}, which is one of the values and not the largest. */
  private static double above(double[] sorted, int n, double end) {
    int from = 0;
    int to = n;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] > end) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return sorted[from];
  }

  /** The first code whose largest value is not below {@code value}. */
  private static int code(double[] high, double value) {
    int from = 0;
    int to = high.length - 1;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (high[middle] >= value) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  /**
   * Codes a name, {@value Column#CODES} levels in each column.
   *
   * @param first feature of the first level
   * @param levels the level of each row as {@link Inputs} has it, -1 for none
   */
  public static List<Coded> levels(Inputs.Input name, int first, double[] levels) {
    List<Coded> out = new ArrayList<>();
    for (int from = 0; from < name.width(); from += Column.CODES) {
      List<String> labels = new ArrayList<>();
      for (int l = from; l < Math.min(name.width(), from + Column.CODES); l++) {
        labels.add(name.feature(l));
      }
      byte[] codes = new byte[levels.length];
      for (int i = 0; i < codes.length; i++) {
        double code = levels[i] - from;
        codes[i] = (byte) (code >= 0 && code < labels.size() ? code : labels.size());
      }
      out.add(new Coded(new Column.Levels(name.name(), first + from, labels), codes));
    }
    return out;
  }
}
