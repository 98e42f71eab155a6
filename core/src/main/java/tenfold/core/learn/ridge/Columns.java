package tenfold.core.learn.ridge;

import java.io.Serializable;
import java.util.stream.IntStream;
import tenfold.core.learn.terms.Scale;

/**
 * How one training set's terms are centred and scaled, and which of them take part: a term whose
 * variance is nothing beside that of the whole training part, or beside its own mean square, has
 * weight 0.
 */
final class Columns implements Serializable {

  private static final long serialVersionUID = 1;

  private final double weight;
  private final double yMean;
  private final double[] mean;
  private final double[] scale;
  private final int[] active;

  /**
   * Centring at {@code mean} and scaling by {@code scale}; a term of scale 0 takes no part.
   *
   * @param weight sum of the rows' weights
   * @param yMean mean of the shifted target
   * @param mean mean of each term; owned
   * @param scale population standard deviation of each term, or 0; owned
   */
  Columns(double weight, double yMean, double[] mean, double[] scale) {
    this.weight = weight;
    this.yMean = yMean;
    this.mean = mean;
    this.scale = scale;
    active = IntStream.range(0, scale.length).filter(j -> scale[j] > 0).toArray();
  }

  /**
   * Reads them off the moments of the training rows, the first {@code p} terms.
   *
   * @param a matrix of order {@code q}, lower triangle, as in {@link Moments}
   * @param whole variance of each term over the whole training part
   */
  static Columns of(double[] a, int q, int p, double[] whole) {
    double[] mean = new double[p];
    double[] variance = variances(a, q, p, mean);
    double[] scale = new double[p];
    for (int j = 0; j < p; j++) {
      scale[j] = Scale.of(j, variance[j], mean[j], whole[j]);
    }
    return new Columns(a[0], a[Leading.Y] / a[0], mean, scale);
  }

  /** Returns the population variances of the first {@code p} terms, and writes their means. */
  static double[] variances(double[] a, int q, int p, double[] mean) {
    double[] out = new double[p];
    for (int j = 0; j < p; j++) {
      int at = Leading.FIRST + j;
      mean[j] = a[at] / a[0];
      out[j] = a[at * q + at] / a[0] - mean[j] * mean[j];
    }
    return out;
  }

  /** Sum of the rows' weights. */
  double weight() {
    return weight;
  }

  /** Mean of the shifted target. */
  double yMean() {
    return yMean;
  }

  /** Mean of term {@code j}. */
  double mean(int j) {
    return mean[j];
  }

  /** Standard deviation of term {@code j}; 0 if it takes no part. */
  double scale(int j) {
    return scale[j];
  }

  /** The terms that take part, ascending; not to be modified. */
  int[] active() {
    return active;
  }

  /**
   * Returns the constant (of the shifted target) and the weights of all terms as they are, from the
   * weights of the active terms centred and scaled.
   */
  double[] beta(double[] scaled) {
    double[] beta = new double[1 + scale.length];
    beta[0] = yMean;
    for (int i = 0; i < active.length; i++) {
      int j = active[i];
      beta[1 + j] = scaled[i] / scale[j];
      beta[0] -= beta[1 + j] * mean[j];
    }
    return beta;
  }
}
