package tenfold.core.kernel;

/** Orders numbers and leaves them where they are. */
public final class Order {

  private static final int DIGITS = Long.BYTES;
  private static final int VALUES = 256; // of a digit

  private Order() {}

  /**
   * Returns the places of the values from the least to the greatest, places of equal values
   * ascending.
   *
   * <p>Sorts the values by one byte of theirs after the other, the lowest first, and leaves out
   * those that all of them share: numbers of single precision have three. Cost: at most {@code 8 n}
   * steps, and {@code 24 n} bytes.
   *
   * <p>Source: Knuth, "The Art of Computer Programming", volume 3, 5.2.5.
   *
   * @param key {@code n} values, none of them NaN; not modified
   */
  public static int[] ascending(double[] key) {
    return ascending(key, 0, 1, key.length);
  }

  /** Likewise the places, from 0, of {@code n} values that are {@code stride} apart. */
  public static int[] ascending(double[] key, int first, int stride, int n) {
    long[] code = new long[n];
    int[] order = new int[n];
    long differing = 0;
    for (int i = 0; i < n; i++) {
      order[i] = i;
      code[i] = code(key[first + i * stride]);
      differing |= code[i] ^ code[0];
    }
    long[] nextCode = new long[n];
    int[] nextOrder = new int[n];
    for (int d = 0; d < DIGITS; d++) {
      if (digit(differing, d) != 0) {
        int[] begin = begins(code, d);
        for (int i = 0; i < n; i++) {
          int at = begin[digit(code[i], d)]++;
          nextCode[at] = code[i];
          nextOrder[at] = order[i];
        }
        long[] codes = code;
        code = nextCode;
        nextCode = codes;
        int[] orders = order;
        order = nextOrder;
        nextOrder = orders;
      }
    }
    return order;
  }

  /** An integer for each number, whose order without a sign is theirs. */
  private static long code(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
  }

  private static int digit(long code, int d) {
    return (int) (code >>> (d * Byte.SIZE)) & (VALUES - 1);
  }

  /** Where the codes of each digit begin. */
  private static int[] begins(long[] code, int d) {
    int[] count = new int[VALUES];
    for (long its : code) {
      count[digit(its, d)]++;
    }
    int begin = 0;
    for (int v = 0; v < VALUES; v++) {
      int its = count[v];
      count[v] = begin;
      begin += its;
    }
    return count;
  }
}
