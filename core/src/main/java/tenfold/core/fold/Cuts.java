package tenfold.core.fold;

import java.io.Serializable;
import java.util.Arrays;

/**
 * An axis of 64-bit values cut into consecutive stretches, each with a part: what is left of a
 * ranking.
 */
final class Cuts implements Serializable {

  private static final long serialVersionUID = 1;

  private final long[] last;
  private final int[] part;

  /**
   * Stretches by their last value, ascending; values beyond the last stretch belong to it.
   *
   * @param last last value of each stretch
   * @param part part of each stretch, as many
   */
  Cuts(long[] last, int[] part) {
    this.last = last.clone();
    this.part = part.clone();
  }

  /**
   * Cuts a sorted array: the first {@code size[0]} values are of {@code part[0]}, the next {@code
   * size[1]} of {@code part[1]}, and so on; sizes sum to the array's length, stretches of size 0
   * are left out.
   */
  static Cuts of(long[] sorted, int[] size, int[] part) {
    long[] last = new long[size.length];
    int[] kept = new int[size.length];
    int n = 0;
    int end = 0;
    for (int s = 0; s < size.length; s++) {
      end += size[s];
      if (size[s] > 0) {
        last[n] = sorted[end - 1];
        kept[n++] = part[s];
      }
    }
    return new Cuts(Arrays.copyOf(last, n), Arrays.copyOf(kept, n));
  }

  /** Returns the part of {@code value}. */
  int of(long value) {
    int at = Arrays.binarySearch(last, value);
    return part[Math.min(at < 0 ? -at - 1 : at, part.length - 1)];
  }
}
