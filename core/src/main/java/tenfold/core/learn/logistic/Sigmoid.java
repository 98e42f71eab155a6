package tenfold.core.learn.logistic;

import tenfold.core.kernel.Blas;
import tenfold.core.metric.ClassScore;

/**
 * Two classes: the probability of the last is {@code 1 / (1 + exp(-z))}. Everything is taken from
 * {@code exp(-|z|)}, which neither overflows nor loses digits.
 */
final class Sigmoid implements Link {

  private static final long serialVersionUID = 1;

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public void train(
      Lines lines, int from, int to, double[] z, int at, double[] factor, double[] r, Tally tally) {
    double loss = 0;
    double wrong = 0;
    for (int i = from; i < to; i++) {
      double logit = z[at + i];
      int y = lines.truth(i);
      double own = lines.weight(i);
      double e = Math.exp(-Math.abs(logit));
      double p = (logit > 0 ? 1 : e) / (1 + e);
      double against = y == 1 ? -logit : logit;
      r[at + i] = own * factor[y] * (p - y);
      loss += own * factor[y] * (Math.max(0, against) + log1p(e));
      wrong += logit > 0 == (y == 1) ? 0 : own;
    }
    tally.loss += loss;
    tally.wrong += wrong;
  }

  @Override
  public double residuals(
      Lines lines, int from, int to, double[] z, int at, double[] factor, double[] r) {
    for (int i = from; i < to; i++) {
      r[at + i] = Math.exp(-z[at + i]); // infinite where the probability is 0
    }
    double wrong = 0;
    for (int i = from; i < to; i++) {
      int y = lines.truth(i);
      double own = lines.weight(i);
      wrong += z[at + i] > 0 == (y == 1) ? 0 : own;
      r[at + i] = own * factor[y] * (1 / (1 + r[at + i]) - y);
    }
    return wrong;
  }

  @Override
  public void held(Lines lines, int from, int to, double[] z, int at, ClassScore score) {
    double[] probabilities = new double[2];
    for (int i = from; i < to; i++) {
      write(z[at + i], probabilities, 0);
      score.add(lines.truth(i), probabilities, 0, lines.weight(i));
    }
  }

  @Override
  public void curve(
      Lines lines,
      int from,
      int to,
      int stride,
      double[] z,
      int at,
      double[] factor,
      int p,
      double[] h) {
    int rows = (to - from + stride - 1) / stride;
    double[] root = new double[rows];
    for (int s = 0; s < rows; s++) {
      int i = from + s * stride;
      double e = Math.exp(-Math.abs(z[at + i]));
      double w = stride * lines.weight(i) * factor[lines.truth(i)];
      root[s] = Math.sqrt(w * e) / (1 + e);
    }
    double[] scaled = new double[rows * p];
    double[] x = lines.x();
    for (int j = 0; j < p; j++) {
      int first = j * lines.ld() + from;
      for (int s = 0; s < rows; s++) {
        scaled[j * rows + s] = root[s] * x[first + s * stride];
      }
    }
    Blas.addGram(scaled, rows, rows, p, h);
  }

  @Override
  public void probabilities(double[] logits, double[] out, int at) {
    write(logits[0], out, at);
  }

  /**
   * The logarithm of {@code 1 + e} for an e from 0 to 1, to the last digits, several times as fast
   * as the library's. Source: Kahan's, in Goldberg, "What every computer scientist should know
   * about floating-point arithmetic", 1991, theorem 4.
   */
  static double log1p(double e) {
    double u = 1 + e;
    return u == 1 ? e : Math.log(u) * e / (u - 1);
  }

  private static void write(double logit, double[] out, int at) {
    double e = Math.exp(-Math.abs(logit));
    double more = 1 / (1 + e);
    double less = e / (1 + e);
    out[at] = logit > 0 ? less : more;
    out[at + 1] = logit > 0 ? more : less;
  }
}
