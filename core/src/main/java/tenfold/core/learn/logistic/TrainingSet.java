package tenfold.core.learn.logistic;

import java.util.Arrays;

/**
 * The rows that train one model: how they are weighted, and how their terms are centred and scaled.
 * A model is optimised in weights standardised by its {@link Scaling}.
 */
final class TrainingSet {

  /** Constant of a class that has no training row: its probability is 0 whatever the row. */
  private static final double NEVER = -1e8;

  private final double[] classes;
  private final double[] factor;
  private final Scaling scaling;
  private final double weight;

  private TrainingSet(double[] classes, ClassWeight classWeight, Scaling scaling) {
    this.classes = classes;
    this.scaling = scaling;
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
    double[] classes = Arrays.copyOf(sums, count);
    double weight = Arrays.stream(classes).sum();
    double wholeWeight = Arrays.stream(whole, 0, count).sum();
    Scaling scaling = Scaling.of(sums, weight, whole, wholeWeight, count);
    return new TrainingSet(classes, classWeight, scaling);
  }

  /** Returns the training set of other rows that keeps this one's centring and scaling. */
  TrainingSet with(double[] sums, ClassWeight classWeight) {
    return new TrainingSet(Arrays.copyOf(sums, classes.length), classWeight, scaling);
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
    return scaling.columns();
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
    return scaling.plain(v);
  }

  /**
   * Returns the standardised weights of those on the terms as they are, the ones among their equals
   * that {@link #centre} makes.
   */
  double[] standard(double[] w, int outputs) {
    double[] v = scaling.standard(w);
    centre(v, outputs);
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
    double[] g = scaling.gradient(plain, from, v.length);
    for (int i = 0; i < g.length; i++) {
      g[i] = (g[i] + (i % columns() == 0 ? 0 : lambda * v[i])) / weight;
    }
    return g;
  }

  /**
   * The same for second derivatives.
   *
   * @param plain of order {@code n}, lower triangle; not modified
   * @return the full matrix
   */
  double[] curvature(double[] plain, int n, double lambda) {
    double[] h = scaling.curvature(plain, n);
    for (int j = 0; j < n; j++) {
      h[j * n + j] += j % columns() == 0 ? 0 : lambda;
    }
    for (int i = 0; i < h.length; i++) {
      h[i] /= weight;
    }
    return h;
  }
}
