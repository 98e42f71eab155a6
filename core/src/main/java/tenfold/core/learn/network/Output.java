package tenfold.core.learn.network;

import tenfold.core.sweep.Shape;

/**
 * What the last layer's weighted sums z mean, and what a wrong answer costs. Costs are computed
 * from z, not from probabilities: those round to 0 and 1 long before z does.
 */
public enum Output {
  /**
   * Two classes: the probability of the second; of several labels, of the second class of each.
   * Cost: log-loss, the sum over labels.
   */
  SIGMOID {
    @Override
    int width(int classes) {
      return classes / 2;
    }

    @Override
    double cost(double[] z, double[] y) {
      double sum = 0;
      for (int l = 0; l < z.length; l++) {
        sum += Math.max(z[l], 0) - z[l] * y[l] + Math.log1p(Math.exp(-Math.abs(z[l])));
      }
      return sum;
    }

    @Override
    double[] answer(double[] z) {
      double[] out = new double[z.length];
      for (int l = 0; l < z.length; l++) {
        double small = Math.exp(-Math.abs(z[l]));
        out[l] = z[l] < 0 ? small / (1 + small) : 1 / (1 + small);
      }
      return out;
    }
  },

  /** Classes: a probability of each. Cost: log-loss. */
  SOFTMAX {
    @Override
    int width(int classes) {
      return classes;
    }

    @Override
    double cost(double[] z, double[] y) {
      double max = max(z);
      double sum = 0;
      double truth = 0;
      for (int c = 0; c < z.length; c++) {
        sum += Math.exp(z[c] - max);
        truth += y[c] * (max - z[c]);
      }
      return Math.log(sum) + truth;
    }

    @Override
    double[] answer(double[] z) {
      double max = max(z);
      double sum = 0;
      double[] out = new double[z.length];
      for (int c = 0; c < z.length; c++) {
        out[c] = Math.exp(z[c] - max);
        sum += out[c];
      }
      for (int c = 0; c < z.length; c++) {
        out[c] /= sum;
      }
      return out;
    }
  },

  /** Any number. Cost: half its squared error. */
  LINEAR {
    @Override
    int width(int classes) {
      return 1;
    }

    @Override
    double cost(double[] z, double[] y) {
      return (z[0] - y[0]) * (z[0] - y[0]) / 2;
    }

    @Override
    double[] answer(double[] z) {
      return z.clone();
    }
  },

  /** A number that is not negative. Cost: half its squared error. */
  RELU {
    @Override
    int width(int classes) {
      return 1;
    }

    @Override
    double cost(double[] z, double[] y) {
      return LINEAR.cost(answer(z), y);
    }

    @Override
    double[] answer(double[] z) {
      return new double[] {Math.max(0, z[0])};
    }

    @Override
    double[] slope(double[] z, double[] y) {
      return z[0] > 0 ? super.slope(z, y) : new double[1];
    }
  };

  /** How many sums it takes for so many classes, two for each of several labels, 0 for a number. */
  abstract int width(int classes);

  /**
   * Returns what one row costs, finite for every finite z.
   *
   * @param y 1 for the row's class and 0 for others, or for each label; or the number
   */
  abstract double cost(double[] z, double[] y);

  /** Returns the probabilities or the number. */
  abstract double[] answer(double[] z);

  /** Returns the derivative of the cost by each z: the answer less the truth. */
  double[] slope(double[] z, double[] y) {
    double[] out = answer(z);
    for (int c = 0; c < out.length; c++) {
      out[c] -= y[c];
    }
    return out;
  }

  /** What a target has that names none: two classes or labels, several classes, or a number. */
  static Output of(Shape shape) {
    if (shape.classes() == 0) {
      return LINEAR;
    }
    return shape.classes() == 2 || shape.labels() > 0 ? SIGMOID : SOFTMAX;
  }

  /** Whether it answers classes. */
  boolean classifies() {
    return this == SIGMOID || this == SOFTMAX;
  }

  private static double max(double[] z) {
    double max = z[0];
    for (double one : z) {
      max = Math.max(max, one);
    }
    return max;
  }
}
