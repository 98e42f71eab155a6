package tenfold.core.kernel;

/** {@code x log2 x}, the term of entropies of counts. */
public final class Entropy {

  private static final double LN2 = Math.log(2);
  private static final double[] TABLE = table(1 << 16);

  private Entropy() {}

  /** Whether sums up to {@code total}, all whole numbers, may be looked up by {@link #whole}. */
  public static boolean tabled(double total) {
    return total < TABLE.length;
  }

  /** Returns {@code x log2 x} of a whole number that {@link #tabled} admits. */
  public static double whole(int x) {
    return TABLE[x];
  }

  /**
   * Returns {@code x log2 x}, and 0 for {@code x} of 0 or, by rounding, below; from a table where
   * {@code x} is a small whole number.
   */
  public static double xlogx(double x) {
    int i = (int) x;
    if (i == x && i >= 0 && i < TABLE.length) {
      return TABLE[i];
    }
    return x > 0 ? x * (Math.log(x) / LN2) : 0;
  }

  private static double[] table(int n) {
    double[] out = new double[n];
    for (int i = 2; i < n; i++) {
      out[i] = i * (Math.log(i) / LN2);
    }
    return out;
  }
}
