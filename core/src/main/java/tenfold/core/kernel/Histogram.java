package tenfold.core.kernel;

/**
 * Sums of rows by the code of one column: the inner loops of growing trees.
 *
 * <p>A histogram holds {@code width} numbers for each code. Rows are added in the order given.
 * Cost: one gather and one or two additions a row; no allocation.
 */
public final class Histogram {

  private Histogram() {}

  /**
   * Counts rows by code and class: {@code out[at + width * code + label] += 1}.
   *
   * @param codes of all rows, unsigned
   * @param rows which rows, from {@code from} to {@code to - 1}
   * @param label class of each of them, from 0; {@code to - from} values
   * @param width number of classes
   * @param out added to
   */
  public static void count(
      byte[] codes, int[] rows, int from, int to, int[] label, int width, double[] out, int at) {
    for (int i = from; i < to; i++) {
      out[at + width * (codes[rows[i]] & 0xFF) + label[i - from]] += 1;
    }
  }

  /** As {@link #count}, each row with a weight. */
  public static void weigh(
      byte[] codes,
      int[] rows,
      int from,
      int to,
      int[] label,
      double[] weight,
      int width,
      double[] out,
      int at) {
    for (int i = from; i < to; i++) {
      out[at + width * (codes[rows[i]] & 0xFF) + label[i - from]] += weight[i - from];
    }
  }

  /**
   * Adds weights and weighted targets by code: two numbers for each code.
   *
   * @param weighted target times weight of each row
   */
  public static void sum(
      byte[] codes,
      int[] rows,
      int from,
      int to,
      double[] weight,
      double[] weighted,
      double[] out,
      int at) {
    for (int i = from; i < to; i++) {
      int cell = at + 2 * (codes[rows[i]] & 0xFF);
      out[cell] += weight[i - from];
      out[cell + 1] += weighted[i - from];
    }
  }

  /**
   * As {@link #count} from place 0, and lists the codes that the rows have, in ascending order,
   * looking at each row once.
   *
   * @param present filled; at least 256 places
   * @return how many codes there are
   */
  public static int countPresent(
      byte[] codes,
      int[] rows,
      int from,
      int to,
      int[] label,
      int width,
      double[] out,
      int[] present) {
    Seen seen = new Seen();
    for (int i = from; i < to; i++) {
      int code = codes[rows[i]];
      out[width * (code & 0xFF) + label[i - from]] += 1;
      seen.add(code);
    }
    return seen.list(present);
  }

  /** As {@link #weigh}, and lists codes as {@link #countPresent}. */
  public static int weighPresent(
      byte[] codes,
      int[] rows,
      int from,
      int to,
      int[] label,
      double[] weight,
      int width,
      double[] out,
      int[] present) {
    Seen seen = new Seen();
    for (int i = from; i < to; i++) {
      int code = codes[rows[i]];
      out[width * (code & 0xFF) + label[i - from]] += weight[i - from];
      seen.add(code);
    }
    return seen.list(present);
  }

  /** As {@link #sum}, and lists codes as {@link #countPresent}. */
  public static int sumPresent(
      byte[] codes,
      int[] rows,
      int from,
      int to,
      double[] weight,
      double[] weighted,
      double[] out,
      int[] present) {
    Seen seen = new Seen();
    for (int i = from; i < to; i++) {
      int code = codes[rows[i]];
      int cell = 2 * (code & 0xFF);
      out[cell] += weight[i - from];
      out[cell + 1] += weighted[i - from];
      seen.add(code);
    }
    return seen.list(present);
  }

  /** Which codes there are: a bit for each. */
  private static final class Seen {

    private long a;
    private long b;
    private long c;
    private long d;

    /** Words are chosen by masks: a branch on a random code is mispredicted. */
    void add(int code) {
      long bit = 1L << code;
      long upper = code >> 31;
      long odd = (long) code << 57 >> 63;
      a |= bit & ~upper & ~odd;
      b |= bit & ~upper & odd;
      c |= bit & upper & ~odd;
      d |= bit & upper & odd;
    }

    int list(int[] out) {
      int n = list(a, 0, out, 0);
      n = list(b, 64, out, n);
      n = list(c, 128, out, n);
      return list(d, 192, out, n);
    }

    private static int list(long word, int first, int[] out, int at) {
      int n = at;
      for (long bits = word; bits != 0; bits &= bits - 1) {
        out[n++] = first + Long.numberOfTrailingZeros(bits);
      }
      return n;
    }
  }
}
