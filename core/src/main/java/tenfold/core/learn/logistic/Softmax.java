package tenfold.core.learn.logistic;

import tenfold.core.kernel.Blas;
import tenfold.core.metric.ClassScore;

/**
 * Several classes: probabilities are {@code exp(z_c)} over their sum, the largest logit taken off
 * first, so that none overflows.
 */
final class Softmax implements Link {

  private static final long serialVersionUID = 1;

  private final int classes;

  Softmax(int classes) {
    this.classes = classes;
  }

  @Override
  public int outputs() {
    return classes;
  }

  @Override
  public void train(
      Lines lines, int from, int to, double[] z, int at, double[] factor, double[] r, Tally tally) {
    double[] p = new double[classes];
    int ld = lines.ld();
    for (int i = from; i < to; i++) {
      int y = lines.truth(i);
      double w = lines.weight(i) * factor[y];
      int likeliest = likeliest(z, at + i, ld);
      double sum = exponentials(z, at + i, ld, z[at + likeliest * ld + i], p);
      for (int c = 0; c < classes; c++) {
        r[at + c * ld + i] = w * (p[c] / sum - (c == y ? 1 : 0));
      }
      tally.loss += w * (Math.log(sum) + (z[at + likeliest * ld + i] - z[at + y * ld + i]));
      tally.wrong += likeliest == y ? 0 : lines.weight(i);
    }
  }

  @Override
  public double residuals(
      Lines lines, int from, int to, double[] z, int at, double[] factor, double[] r) {
    Tally tally = new Tally();
    train(lines, from, to, z, at, factor, r, tally); // a logarithm beside many exponentials
    return tally.wrong;
  }

  @Override
  public void held(Lines lines, int from, int to, double[] z, int at, ClassScore score) {
    double[] p = new double[classes];
    for (int i = from; i < to; i++) {
      write(z, at + i, lines.ld(), p, 0);
      score.add(lines.truth(i), p, 0, lines.weight(i));
    }
  }

  /** The block of classes c and d is {@code x' diag(w p_c (1[c = d] - p_d)) x}. */
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
    double[] probability = new double[rows * classes];
    double[] x = new double[rows * p];
    for (int s = 0; s < rows; s++) {
      int i = from + s * stride;
      write(z, at + i, lines.ld(), probability, s * classes);
      for (int j = 0; j < p; j++) {
        x[j * rows + s] = lines.x()[j * lines.ld() + i];
      }
    }
    double[] curvature = new double[rows];
    double[] scaled = new double[rows * p];
    for (int d = 0; d < classes; d++) {
      for (int c = d; c < classes; c++) {
        for (int s = 0; s < rows; s++) {
          int i = from + s * stride;
          double w = stride * lines.weight(i) * factor[lines.truth(i)];
          double own = probability[s * classes + c];
          curvature[s] = w * own * ((c == d ? 1 : 0) - probability[s * classes + d]);
        }
        for (int k = 0; k < scaled.length; k++) {
          scaled[k] = curvature[k % rows] * x[k];
        }
        int block = (d * p * classes + c) * p;
        Blas.addCross(x, scaled, 0, rows, rows, p, p, h, block, classes * p);
      }
    }
  }

  @Override
  public void probabilities(double[] logits, double[] out, int at) {
    write(logits, 0, 1, out, at);
  }

  private void write(double[] z, int at, int ld, double[] out, int to) {
    double[] p = new double[classes];
    double sum = exponentials(z, at, ld, z[at + likeliest(z, at, ld) * ld], p);
    for (int c = 0; c < classes; c++) {
      out[to + c] = p[c] / sum;
    }
  }

  private int likeliest(double[] z, int at, int ld) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      best = z[at + c * ld] > z[at + best * ld] ? c : best;
    }
    return best;
  }

  private double exponentials(double[] z, int at, int ld, double largest, double[] p) {
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      p[c] = Math.exp(z[at + c * ld] - largest);
      sum += p[c];
    }
    return sum;
  }
}
