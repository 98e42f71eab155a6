package tenfold.core.kernel;

import java.util.SplittableRandom;

/** How fast this machine works, for predictions of time. */
public final class Speed {

  private static final int ROWS = 512;
  private static final int COLUMNS = 128;
  private static final long LONG_ENOUGH = 100_000_000;

  private Speed() {}

  /**
   * Measures the multiply-adds a second that one thread reaches on a Gram update of {@value #ROWS}
   * rows of {@value #COLUMNS} columns, best of a tenth of a second after a first tenth to warm up.
   */
  public static double measure() {
    double[] x = new SplittableRandom(1).doubles((long) ROWS * COLUMNS).toArray();
    double[] gram = new double[COLUMNS * COLUMNS];
    best(x, gram);
    return 0.5 * ROWS * COLUMNS * (COLUMNS + 1) / (best(x, gram) / 1e9);
  }

  private static long best(double[] x, double[] gram) {
    long best = Long.MAX_VALUE;
    for (long start = System.nanoTime(); System.nanoTime() - start < LONG_ENOUGH; ) {
      long from = System.nanoTime();
      Blas.addGram(x, ROWS, ROWS, COLUMNS, gram);
      best = Math.min(best, System.nanoTime() - from);
    }
    return best;
  }
}
