package tenfold.core.learn.ridge;

import java.util.Optional;
import tenfold.core.kernel.Svd;
import tenfold.core.learn.terms.Scale;

/**
 * A fit from the triangular factor of the training rows {@code [1, terms, y]}: the leading column
 * of ones takes the means off, one singular value decomposition of the scaled rest serves every
 * lambda. Nothing is squared, so nothing cancels.
 *
 * <p>Singular values up to {@code 8 eps p k} times the largest are taken for 0, whatever lambda:
 * their directions are rounding, which a small lambda would not damp but magnify. Here p counts the
 * terms and k is the largest ratio of a column's length to that of its centred self: the factor's
 * columns are right to about {@code eps} of their length whatever the number of rows (Higham,
 * "Accuracy and Stability of Numerical Algorithms", 19.3), and centring magnifies that by k. It is
 * the size of the cut of the usual least-squares programs, eps times the larger dimension, without
 * growing with the data.
 */
final class FactorFit implements Fit {

  /** Roundings that a column of nothing may hold, as a share of its length. */
  private static final double CUT = 8;

  /** The root of this is what a factor of the other rows would make of the rounding. */
  private static final double NEEDLESS = 1e-2;

  private final Basis basis;
  private final double[] c;
  private final double outside;
  private final double magnified;
  private final double yLength;

  private FactorFit(Basis basis, double[] c, double outside, double magnified, double yLength) {
    this.basis = basis;
    this.c = c;
    this.outside = outside;
    this.magnified = magnified;
    this.yLength = yLength;
  }

  /**
   * Fits {@code p} terms.
   *
   * @param r upper triangle of order {@code p + 2}, column-major
   * @param whole variance of each term over the whole training part
   * @param names how many 0/1 columns each name became, in order
   * @param fixed whose scales to take; empty: the training rows' own
   */
  static FactorFit of(double[] r, int p, double[] whole, int[] names, Optional<Columns> fixed) {
    int q = p + 2;
    double[] mean = new double[p];
    double[] scale = new double[p];
    double weight = r[0] * r[0];
    double magnified = 1;
    for (int j = 0; j < p; j++) {
      mean[j] = r[(1 + j) * q] / r[0];
      double centred = 0;
      for (int i = 1; i <= 1 + j; i++) {
        centred = Math.hypot(centred, r[(1 + j) * q + i]);
      }
      double variance = centred * centred / weight;
      double square = variance + mean[j] * mean[j];
      // Under fixed scales only rounding is nothing, and is best told here: in a decomposition a
      // column of nothing would mix with directions that are nearly nothing.
      double least =
          fixed.isPresent()
              ? CUT * CUT * EPS * EPS * square
              : Scale.NOTHING * Math.max(whole[j], square);
      double own = fixed.isPresent() ? fixed.get().scale(j) : Math.sqrt(variance);
      scale[j] = variance <= least ? 0 : own;
      if (scale[j] > 0) {
        magnified = Math.max(magnified, Math.sqrt(square) / scale[j]);
      }
    }
    double yMean = r[(1 + p) * q] / r[0];
    Columns columns = new Columns(weight, yMean, mean, scale);
    int[] active = columns.active();
    int n = active.length;
    // The rows of dropped terms stay, so the scaled factor is p by n; a second factor makes it
    // square.
    double[] tall = new double[(p + 1) * (n + 1)];
    for (int j = 0; j <= n; j++) {
      int column = j < n ? active[j] : p;
      double by = j < n ? scale[active[j]] : 1;
      for (int i = 1; i <= 1 + Math.min(column, p); i++) {
        tall[j * (p + 1) + i - 1] = r[(1 + column) * q + i] / by;
      }
    }
    double yLength = 0;
    for (int i = 0; i < q; i++) {
      yLength = Math.hypot(yLength, r[(q - 1) * q + i]);
    }
    return of(columns, new Levels(columns, names), tall, magnified, yLength);
  }

  private static FactorFit of(
      Columns columns, Levels levels, double[] tall, double magnified, double yLength) {
    int n = columns.active().length;
    int height = tall.length / (n + 1);
    double[] square = new double[(n + 1) * (n + 1)];
    tenfold.core.kernel.Qr.append(square, n + 1, tall, height, height);
    double[] z = new double[n * n];
    double[] zy = new double[n];
    for (int j = 0; j < n; j++) {
      System.arraycopy(square, j * (n + 1), z, j * n, j + 1);
      zy[j] = square[n * (n + 1) + j];
    }
    double last = square[n * (n + 1) + n];
    for (double value : square) {
      if (!Double.isFinite(value)) {
        throw new ArithmeticException("terms of the polynomial are too large to be held");
      }
    }
    Svd svd = Svd.of(z, n);
    double[] c = tenfold.core.kernel.Blas.applyTransposed(svd.u(), zy);
    double[] e = new double[n];
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      boolean nothing = svd.s()[i] <= CUT * EPS * n * magnified * svd.s()[0];
      e[i] = nothing ? 0 : svd.s()[i] * svd.s()[i];
      b[i] = nothing ? 0 : svd.s()[i] * c[i];
    }
    levels.takeFrom(svd.v());
    return new FactorFit(new Basis(columns, svd.v(), e, b, 0), c, last * last, magnified, yLength);
  }

  @Override
  public Basis basis() {
    return basis;
  }

  @Override
  public double squares(double lambda) {
    double sum = outside;
    for (int i = 0; i < c.length; i++) {
      double inverse = basis.inverse(i, lambda);
      double left = inverse == 0 ? c[i] : c[i] * lambda * inverse;
      sum += left * left;
    }
    return sum;
  }

  @Override
  public Rounding rounding(double lambda) {
    double off = 2 * EPS * magnified;
    double largest = basis.size() == 0 ? 0 : Math.sqrt(basis.e(0));
    double weights = 0;
    for (double weight : basis.along(lambda)) {
      weights = Math.hypot(weights, weight);
    }
    double still = off * (largest * weights + yLength);
    double residual = off * largest * Math.sqrt(squares(lambda));
    return new Rounding(still, residual, off * largest, 0, NEEDLESS);
  }

  /**
   * Returns the sum of squared residuals of other rows under {@code beta}, from their factor.
   *
   * @param r upper triangle of order {@code beta.length + 1}
   */
  static double squares(double[] r, double[] beta) {
    int q = beta.length + 1;
    double sum = 0;
    for (int i = 0; i < q; i++) {
      double residual = r[(q - 1) * q + i];
      for (int j = i; j < q - 1; j++) {
        residual -= r[j * q + i] * beta[j];
      }
      sum += residual * residual;
    }
    return sum;
  }
}
