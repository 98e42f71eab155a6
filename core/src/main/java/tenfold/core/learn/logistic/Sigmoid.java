package tenfold.core.learn.logistic;

import tenfold.core.kernel.Blas;

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
      loss += own * factor[y] * (Math.max(0, against) + Math.log1p(e));
      wrong += logit > 0 == (y == 1) ? 0 : own;
    }
    tally.loss += loss;
    tally.wrong += wrong;
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
      Lines lines, int from, int to, double[] z, int at, double[] factor, int p, double[] h) {
    int rows = to - from;
    double[] root = new double[rows];
    for (int i = 0; i < rows; i++) {
      double e = Math.exp(-Math.abs(z[at + from + i]));
      root[i] = Math.sqrt(lines.weight(from + i) * factor[lines.truth(from + i)] * e) / (1 + e);
    }
    double[] scaled = new double[rows * p];
    for (int j = 0; j < p; j++) {
      int x = j * lines.ld() + from;
      for (int i = 0; i < rows; i++) {
        scaled[j * rows + i] = root[i] * lines.x()[x + i];
      }
    }
    Blas.addGram(scaled, rows, rows, p, h);
  }

  @Override
  public void probabilities(double[] logits, double[] out, int at) {
    write(logits[0], out, at);
  }

  private static void write(double logit, double[] out, int at) {
    double e = Math.exp(-Math.abs(logit));
    double more = 1 / (1 + e);
    double less = e / (1 + e);
    out[at] = logit > 0 ? less : more;
    out[at + 1] = logit > 0 ? more : less;
  }
}
