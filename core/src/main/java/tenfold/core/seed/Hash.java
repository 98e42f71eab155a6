package tenfold.core.seed;

/** Stable 64-bit hashes: the same on every machine, in every run and release. */
public final class Hash {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Hash() {}

  /**
   * Returns a bijective scrambling of {@code x}: the finaliser of SplitMix64 (Steele, Lea and
   * Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014), every input bit of which
   * reaches every output bit.
   */
  public static long mix(long x) {
    long z = x + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Returns a hash of the pair that depends on the order of its parts. */
  public static long of(long a, long b) {
    return mix(mix(a) ^ (b * GOLDEN));
  }

  /** Returns a hash of the text's UTF-16 units: FNV-1a, then {@link #mix}. */
  public static long of(CharSequence text) {
    long h = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mix(h);
  }

  /**
   * Returns a hash of the number: equal numbers agree, so -0.0 is 0.0 and every NaN is one value.
   */
  public static long of(double number) {
    return mix(Double.doubleToLongBits(number + 0.0));
  }
}
