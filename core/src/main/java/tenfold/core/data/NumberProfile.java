package tenfold.core.data;

import java.io.Serializable;

/**
 * Count, mean, spread and range of a column of numbers, weighted by the rows' weights and
 * mergeable: block by block in two passes, then by the pairwise update of Chan, Golub and LeVeque
 * ("Algorithms for computing the sample variance", The American Statistician, 1983), which loses no
 * digits to a large mean.
 */
public final class NumberProfile implements Serializable {

  private static final long serialVersionUID = 1;

  private long present;
  private long missing;
  private double weight;
  private double mean;
  private double squares;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  /** Adds the rows of {@code values} that {@code use} admits; NaN counts as missing. */
  void add(double[] values, boolean[] use, Block weights) {
    NumberProfile one = new NumberProfile();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (use[i] && Double.isNaN(values[i])) {
        one.missing++;
      } else if (use[i]) {
        one.present++;
        one.weight += weights.weight(i);
        sum += weights.weight(i) * values[i];
        one.min = Math.min(one.min, values[i]);
        one.max = Math.max(one.max, values[i]);
      }
    }
    one.mean = one.weight > 0 ? sum / one.weight : 0;
    for (int i = 0; i < values.length; i++) {
      if (use[i] && !Double.isNaN(values[i])) {
        double d = values[i] - one.mean;
        one.squares += weights.weight(i) * d * d;
      }
    }
    merge(one);
  }

  /** Adds what {@code other} has seen. */
  void merge(NumberProfile other) {
    double total = weight + other.weight;
    if (other.weight > 0) {
      double d = other.mean - mean;
      squares += other.squares + d * d * (weight * other.weight / total);
      mean += d * (other.weight / total);
      weight = total;
    }
    present += other.present;
    missing += other.missing;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
  }

  /** Rows that have a value. */
  public long present() {
    return present;
  }

  /** Rows that have none. */
  public long missing() {
    return missing;
  }

  /** Sum of the weights of rows that have a value. */
  public double weight() {
    return weight;
  }

  /** Weighted mean; 0 when no row has a value. */
  public double mean() {
    return mean;
  }

  /** Population standard deviation; 0 when no row has a value. */
  public double deviation() {
    return weight > 0 ? Math.sqrt(squares / weight) : 0;
  }

  /** Smallest value; infinite when no row has one. */
  public double min() {
    return min;
  }

  /** Largest value; minus infinite when no row has one. */
  public double max() {
    return max;
  }
}
