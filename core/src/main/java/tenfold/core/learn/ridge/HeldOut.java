package tenfold.core.learn.ridge;

import tenfold.core.kernel.Blas;

/**
 * Scores fits from moments on the rows held out, from their moments: these are mapped to the
 * training rows' centres and scales, then turned to the fit's directions, once for all lambdas.
 */
final class HeldOut {

  private final GramFit fit;
  private final double weight;
  private final double[] turned;
  private final double[] zy;
  private final double yy;
  private final double[] spread;
  private final double[] length;
  private final double yLength;

  /** Prepares the rows of moments {@code f}, order {@code q}, for scoring {@code fit}. */
  HeldOut(GramFit fit, double[] f, int q) {
    this.fit = fit;
    Columns columns = fit.basis().columns();
    int[] active = columns.active();
    int n = active.length;
    weight = f[0];
    double ySum = f[Leading.Y];
    double[] square = new double[n * n];
    zy = new double[n];
    length = new double[n];
    for (int j = 0; j < n; j++) {
      int atJ = Leading.FIRST + active[j];
      double mean = columns.mean(active[j]);
      double scale = columns.scale(active[j]);
      length[j] = (Math.sqrt(f[atJ * q + atJ]) + Math.abs(mean) * Math.sqrt(weight)) / scale;
      zy[j] =
          (f[Leading.Y * q + atJ] - mean * ySum - columns.yMean() * (f[atJ] - weight * mean))
              / scale;
      for (int i = j; i < n; i++) {
        int atI = Leading.FIRST + active[i];
        double meanI = columns.mean(active[i]);
        double raw = f[atJ * q + atI] - mean * f[atI] - meanI * (f[atJ] - weight * mean);
        square[j * n + i] = raw / (scale * columns.scale(active[i]));
        square[i * n + j] = square[j * n + i];
      }
    }
    yy = f[Leading.Y * q + Leading.Y] - columns.yMean() * (2 * ySum - weight * columns.yMean());
    yLength =
        Math.sqrt(f[Leading.Y * q + Leading.Y]) + Math.abs(columns.yMean()) * Math.sqrt(weight);
    turned = new double[n * n];
    spread = new double[n];
    if (n > 0) {
      Blas.multiply(n, n, n, square, 0, n, fit.basis().v(), turned, n);
    }
    for (int d = 0; d < n; d++) {
      for (int i = 0; i < n; i++) {
        spread[d] += fit.basis().v()[d * n + i] * turned[d * n + i];
      }
    }
  }

  /** Scores one lambda. */
  Cell score(double lambda) {
    Basis basis = fit.basis();
    double[] along = basis.along(lambda);
    double[] scaled = basis.scaled(along);
    double[] image = Blas.apply(turned, along);
    double held = yy;
    for (int j = 0; j < scaled.length; j++) {
      held += scaled[j] * (image[j] - 2 * zy[j]);
    }
    double moved = fit.moved(lambda, scaled, spread);
    double heldError =
        GramFit.sumsError(scaled, length, yLength)
            + moved * (2 * Math.sqrt(Math.max(0, held)) + moved);
    double train = fit.squares(lambda);
    boolean safe =
        !fit.cutsInDoubt(lambda)
            && fit.squaresError(scaled) <= Fit.DIGITS * train
            && heldError <= Fit.DIGITS * held;
    Cell.Path path = safe ? Cell.Path.MOMENTS : Cell.Path.UNSAFE;
    double jTrain = train / (2 * basis.columns().weight());
    return Cell.of(jTrain, held / (2 * weight), basis.columns().beta(scaled), path);
  }
}
