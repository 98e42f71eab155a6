package tenfold.core.learn.tree;

import java.util.ArrayDeque;
import java.util.Arrays;
import tenfold.core.data.Table;

/**
 * Histograms of all columns at once, and a bounded store of them that is used again.
 *
 * <p>Where none is left, a node counts column by column instead; the splits are the same.
 */
final class Histograms {

  /** Most memory that one tree's histograms take. */
  private static final long BYTES = 96L << 20;

  private final NodeRows node;
  private final int[] at;
  private final int size;
  private final int most;
  private final ArrayDeque<double[]> free = new ArrayDeque<>();
  private int taken;

  Histograms(Table table, NodeRows node) {
    this.node = node;
    at = new int[table.columns().size()];
    long sum = 0;
    for (int c = 0; c < at.length; c++) {
      at[c] = (int) sum;
      sum += (table.columns().get(c).codes() + 1L) * node.width();
    }
    most = sum == 0 ? 0 : (int) Math.min(64, BYTES / (Double.BYTES * sum));
    size = most > 0 ? (int) sum : 0;
  }

  /**
   * Fewest rows for which counting all columns at once pays: below, a histogram has more cells than
   * the rows have codes.
   */
  int worthwhile() {
    return most == 0 ? Integer.MAX_VALUE : Math.max(256, size / node.width() / at.length * 2);
  }

  /** Where the histogram of a column begins. */
  int at(int column) {
    return at[column];
  }

  /** Returns a histogram of any content, or null where all are in use. */
  double[] take() {
    double[] one = free.poll();
    if (one == null && taken < most) {
      one = new double[size];
      taken++;
    }
    return one;
  }

  /** Gives a histogram back, if there is one. */
  void give(double[] histogram) {
    if (histogram != null) {
      free.push(histogram);
    }
  }

  /** Counts the rows that {@link NodeRows} holds, by every column. */
  void count(Source source, double[] out, int[] rows, int from, int to) {
    Arrays.fill(out, 0);
    for (int c = 0; c < at.length; c++) {
      node.count(source.codes(c), rows, from, to, out, at[c]);
    }
  }

  /** Takes {@code part} from {@code whole}. */
  static void subtract(double[] whole, double[] part) {
    for (int i = 0; i < whole.length; i++) {
      whole[i] -= part[i];
    }
  }
}
