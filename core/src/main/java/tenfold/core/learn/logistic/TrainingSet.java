package tenfold.core.learn.logistic;

import java.util.Arrays;
import tenfold.core.learn.terms.Scale;

/**
 * The rows that train one model: how they are weighted, and how their terms are centred and scaled.
 *
 * <p>A model is optimised in standardised weights v: for each output a constant and a weight for
 * each term, {@code terms + 1} numbers. On the terms as they are that is {@code w_j = v_j / s_j}
 * and {@code b = v_0 - sum of m_j w_j}; so gradients and second derivatives by v are linear maps of
 * those by w, and no row is ever standardised. A term without variance has weight 0.
 */
final class TrainingSet {

  /** Constant of a class that has no training row: its probability is 0 whatever the row. */
  private static final double NEVER = -1e8;

  private final double[] classes;
  private final double[] factor;
  private final double[] mean;
  private final double[] inverse;
  private final double weight;

  private TrainingSet(double[] classes, ClassWeight classWeight, double[] mean, double[] inverse) {
    this.classes = classes;
    this.mean = mean;
    this.inverse = inverse;
    factor = classWeight.factors(classes);
    weight = Arrays.stream(classes).sum();
  }

  /**
   * A training set.
   *
   * @param sums of its rows, as {@link Sums} has them
   * @param whole those of the whole training part
   * @param count number of classes
   */
  static TrainingSet of(double[] sums, double[] whole, int count, ClassWeight classWeight) {
    int terms = (sums.length - count) / 2;
    double[] classes = Arrays.copyOf(sums, count);
    double weight = Arrays.stream(classes).sum();
    double wholeWeight = Arrays.stream(whole, 0, count).sum();
    double[] mean = new double[terms];
    double[] inverse = new double[terms];
    for (int j = 0; j < terms; j++) {
      mean[j] = sums[count + j] / weight;
      double variance = sums[count + terms + j] / weight - mean[j] * mean[j];
      double wholeMean = whole[count + j] / wholeWeight;
      double wholeVariance = whole[count + terms + j] / wholeWeight - wholeMean * wholeMean;
      double scale = Scale.of(j, variance, mean[j], wholeVariance);
      inverse[j] = scale > 0 ? 1 / scale : 0;
    }
    return new TrainingSet(classes, classWeight, mean, inverse);
  }

  /** Returns the training set of other rows that keeps this one's centring and scaling. */
  TrainingSet with(double[] sums, ClassWeight classWeight) {
    return new TrainingSet(Arrays.copyOf(sums, classes.length), classWeight, mean, inverse);
  }

  /** Sum of the rows' weights. */
  double weight() {
    return weight;
  }

  /** What a row of each class counts, beside its weight. */
  double[] factor() {
    return factor;
  }

  /** Number of columns, the constant's too. */
  int columns() {
    return mean.length + 1;
  }

  private boolean has(int c) {
    return classes[c] > 0;
  }

  private boolean complete() {
    return Arrays.stream(classes).allMatch(w -> w > 0);
  }

  /** Returns the weights of the model that knows the shares of the classes and nothing else. */
  double[] start(int outputs) {
    double[] v = new double[outputs * columns()];
    for (int o = 0; o < outputs; o++) {
      double odds =
          outputs == 1
              ? classes[1] * factor[1] / (classes[0] * factor[0])
              : classes[o] * factor[o] / weight;
      v[o * columns()] = Math.log(odds);
    }
    centre(v, outputs);
    return v;
  }

  /**
   * Makes a softmax the one among its equals whose constants and weights sum to 0 over the classes,
   * and gives a class without a training row no chance.
   */
  void centre(double[] v, int outputs) {
    if (outputs == 1) {
      if (!complete()) {
        Arrays.fill(v, 0);
        v[0] = has(1) ? -NEVER : NEVER;
      }
      return;
    }
    long present = Arrays.stream(classes).filter(w -> w > 0).count();
    for (int j = 0; j < columns(); j++) {
      double sum = 0;
      for (int o = 0; o < outputs; o++) {
        sum += has(o) ? v[o * columns() + j] : 0;
      }
      for (int o = 0; o < outputs; o++) {
        int at = o * columns() + j;
        v[at] = has(o) ? v[at] - sum / present : j == 0 ? NEVER : 0;
      }
    }
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

  /** Sum over the rows of the loss, to the cost with its penalty. */
  double cost(double loss, double[] v, double lambda) {
    double squares = 0;
    for (int i = 0; i < v.length; i++) {
      squares += i % columns() == 0 ? 0 : v[i] * v[i];
    }
    return (loss + lambda / 2 * squares) / weight;
  }

  /** Derivatives of the loss by the terms' weights as they are, to those of the cost by v. */
  double[] gradient(double[] plain, int from, double[] v, double lambda) {
    double[] g = new double[v.length];
    for (int at = 0; at < g.length; at += columns()) {
      g[at] = plain[from + at] / weight;
      for (int j = 1; j < columns(); j++) {
        double turned = (plain[from + at + j] - mean[j - 1] * plain[from + at]) * inverse[j - 1];
        g[at + j] = (turned + lambda * v[at + j]) / weight;
      }
    }
    return g;
  }

  /**
   * The same for second derivatives.
   *
   * @param plain of order {@code outputs * columns()}, lower triangle; not modified
   * @return the full matrix
   */
  double[] curvature(double[] plain, int n, double lambda) {
    double[] h = plain.clone();
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < j; i++) {
        h[j * n + i] = h[i * n + j];
      }
    }
    turn(h, n, 1, n);
    turn(h, n, n, 1);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        h[j * n + i] /= weight;
      }
      h[j * n + j] += j % columns() == 0 ? 0 : lambda / weight;
    }
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
