package tenfold.core.learn.logistic;

/** When a model has converged. */
final class Rule {

  private static final double GRADIENT = 1e-9;
  private static final double DECREMENT = 1e-13;
  private static final double POLISHED = 1e-15;

  private Rule() {}

  /** Whether the gradient is as good as 0. */
  static boolean flat(double cost, double[] gradient) {
    return Math.sqrt(dot(gradient, gradient)) <= GRADIENT * Math.max(1, Math.abs(cost));
  }

  /**
   * Whether next to nothing is left to be gained.
   *
   * @param decrement half of {@code g' inverse(H) g}: what the quadratic has left
   */
  static boolean bottom(double cost, double decrement) {
    return decrement <= DECREMENT * Math.max(1, Math.abs(cost));
  }

  /**
   * Whether so little is left that scores on other rows stand too. A cost is flat at its bottom, a
   * score on rows held out is not: it is off by up to {@code sqrt(2 decrement)} times its slope, so
   * what {@link #bottom} leaves may be seen in the sixth digit of a log-loss.
   */
  static boolean polished(double decrement) {
    return decrement <= POLISHED;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Returns {@code a + t b}. */
  static double[] along(double[] a, double t, double[] b) {
    double[] out = a.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] += t * b[i];
    }
    return out;
  }
}
