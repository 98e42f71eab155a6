package tenfold.jobs.bench;

import java.util.Arrays;

/** Measured values of one thing: seconds, a rate or a ratio. */
final class Samples {

  private final double[] values;
  private final double[] sorted;

  private Samples(double[] values) {
    this.values = values;
    sorted = values.clone();
    Arrays.sort(sorted);
  }

  static Samples of(double... values) {
    return new Samples(values);
  }

  /** Quotients of values that were measured next to each other. */
  static Samples ratios(double[] above, double[] below) {
    double[] out = new double[above.length];
    Arrays.setAll(out, i -> above[i] / below[i]);
    return new Samples(out);
  }

  /** The values in the order of measuring; not to be modified. */
  double[] values() {
    return values;
  }

  /** The middle value, or the mean of the two in the middle. */
  double median() {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  double min() {
    return sorted[0];
  }

  double max() {
    return sorted[sorted.length - 1];
  }

  /** Median, least and largest, in {@code format}. */
  String text(String format) {
    String each = format + " (" + format + " to " + format + ")";
    return each.formatted(median(), min(), max());
  }
}
