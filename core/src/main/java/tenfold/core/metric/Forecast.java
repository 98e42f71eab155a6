package tenfold.core.metric;

/**
 * What a model says of rows that it does not tell apart, such as those of a leaf, made ready for
 * scoring many of them.
 */
public final class Forecast {

  private static final double LEAST = 1e-15;

  private final int likeliest;
  private final double[] loss;

  /** Says these probabilities, one of each class. */
  public Forecast(double[] probabilities) {
    likeliest = likeliest(probabilities, 0, probabilities.length);
    loss = new double[probabilities.length + 1];
    for (int c = 0; c < loss.length; c++) {
      loss[c] = loss(probabilities, 0, probabilities.length, c);
    }
  }

  /** The class predicted. */
  int likeliest() {
    return likeliest;
  }

  /** The log-loss of a row of class {@code truth}. */
  double loss(int truth) {
    return loss[truth];
  }

  /** The likeliest of the classes whose probabilities begin at {@code at}; the first of equals. */
  static int likeliest(double[] probabilities, int at, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      best = probabilities[at + c] > probabilities[at + best] ? c : best;
    }
    return best;
  }

  /** The log-loss of one row of class {@code truth}; of class {@code classes}, of probability 0. */
  static double loss(double[] probabilities, int at, int classes, int truth) {
    double p = truth < classes ? probabilities[at + truth] : 0;
    return -Math.log(Math.min(Math.max(p, LEAST), 1 - LEAST));
  }
}
