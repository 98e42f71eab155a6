package tenfold.core.learn.forest;

import tenfold.core.seed.Seed;

/**
 * Rows drawn with replacement. Tree {@code b} draws as many rows as the training part has, from the
 * table in key order: draw {@code i} is row {@code floor(u(seed, b, i) * n)}. A fold uses the draws
 * that fall into its training rows, which is a sample with replacement from those; so the folds of
 * one tree share their draws.
 */
final class Bootstrap {

  private static final double UNIT = 0x1p-53;

  private Bootstrap() {}

  /** Returns how often each of {@code n} rows is drawn. */
  static double[] times(Seed tree, int n) {
    Seed draws = tree.child("row");
    double[] times = new double[n];
    for (int i = 0; i < n; i++) {
      double u = (draws.bits(i) >>> 11) * UNIT;
      times[(int) (u * n)]++;
    }
    return times;
  }
}
