package tenfold.core.learn.logistic;

import tenfold.core.learn.terms.Scale;

/**
 * How the terms of some rows are centred and scaled, without touching a row: standardised weights v
 * stand for {@code w_j = v_j / s_j} and {@code b = v_0 - sum of m_j w_j} on the terms as they are;
 * so gradients and second derivatives by v are linear maps of those by w. A term without variance
 * has weight 0.
 *
 * <p>Weights are, for each output, a constant and a weight for each term.
 */
final class Scaling {

  private final double[] mean;
  private final double[] inverse;

  private Scaling(double[] mean, double[] inverse) {
    this.mean = mean;
    this.inverse = inverse;
  }

  /**
   * The scaling of some rows.
   *
   * @param sums of the rows, as {@link Sums} has them
   * @param weight of the rows
   * @param whole sums of the whole training part
   * @param wholeWeight its weight
   */
  static Scaling of(double[] sums, double weight, double[] whole, double wholeWeight, int classes) {
    int terms = (sums.length - classes) / 2;
    double[] mean = new double[terms];
    double[] inverse = new double[terms];
    for (int j = 0; j < terms; j++) {
      mean[j] = sums[classes + j] / weight;
      double variance = sums[classes + terms + j] / weight - mean[j] * mean[j];
      double wholeMean = whole[classes + j] / wholeWeight;
      double wholeVariance = whole[classes + terms + j] / wholeWeight - wholeMean * wholeMean;
      double scale = Scale.of(j, variance, mean[j], wholeVariance);
      inverse[j] = scale > 0 ? 1 / scale : 0;
    }
    return new Scaling(mean, inverse);
  }

  /** Number of columns, the constant's too. */
  int columns() {
    return mean.length + 1;
  }

  /** Returns the weights on the terms as they are. */
  double[] plain(double[] v) {
    double[] w = v.clone();
    for (int at = 0; at < v.length; at += columns()) {
      for (int j = 1; j < columns(); j++) {
        w[at + j] = v[at + j] * inverse[j - 1];
        w[at] -= w[at + j] * mean[j - 1];
      }
    }
    return w;
  }

  /** Returns the standardised weights of those on the terms as they are; undoes {@link #plain}. */
  double[] standard(double[] w) {
    double[] v = w.clone();
    for (int at = 0; at < v.length; at += columns()) {
      for (int j = 1; j < columns(); j++) {
        v[at] += w[at + j] * mean[j - 1];
        v[at + j] = inverse[j - 1] == 0 ? 0 : w[at + j] / inverse[j - 1];
      }
    }
    return v;
  }

  /**
   * Returns derivatives by v of those by w.
   *
   * @param plain as many as {@code n} from place {@code from}; not modified
   */
  double[] gradient(double[] plain, int from, int n) {
    double[] g = new double[n];
    for (int at = 0; at < n; at += columns()) {
      g[at] = plain[from + at];
      for (int j = 1; j < columns(); j++) {
        g[at + j] = (plain[from + at + j] - mean[j - 1] * plain[from + at]) * inverse[j - 1];
      }
    }
    return g;
  }

  /**
   * The same for second derivatives.
   *
   * @param plain of order {@code n}, lower triangle; not modified
   * @return the full matrix
   */
  double[] curvature(double[] plain, int n) {
    double[] h = plain.clone();
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < j; i++) {
        h[j * n + i] = h[i * n + j];
      }
    }
    turn(h, n, 1, n);
    turn(h, n, n, 1);
    return h;
  }

  /**
   * Turns the columns (or rows) of h, which are {@code far} apart and run in steps of {@code near}.
   */
  private void turn(double[] h, int n, int near, int far) {
    for (int first = 0; first < n; first += columns()) {
      for (int j = 1; j < columns(); j++) {
        for (int i = 0; i < n; i++) {
          int at = (first + j) * far + i * near;
          h[at] = (h[at] - mean[j - 1] * h[first * far + i * near]) * inverse[j - 1];
        }
      }
    }
  }
}
