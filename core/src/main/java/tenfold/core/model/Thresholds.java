package tenfold.core.model;

import java.util.Arrays;
import java.util.List;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.learn.tree.Tree;

/** The different thresholds of each column of numbers, by which nodes refer to them. */
final class Thresholds {

  private final long[][] bits; // by column, ascending; null for a name

  private Thresholds(long[][] bits) {
    this.bits = bits;
  }

  /** Collects the thresholds of the trees. */
  static Thresholds of(Inputs inputs, List<Tree> trees) {
    int columns = inputs.columns().size();
    long[][] bits = new long[columns][];
    int[] found = new int[columns];
    for (int c = 0; c < columns; c++) {
      bits[c] = inputs.columns().get(c).kind() == Kind.NUMBER ? new long[16] : null;
    }
    for (Tree tree : trees) {
      for (int node = 0; node < tree.nodes(); node++) {
        int c = tree.column(node);
        if (c >= 0 && bits[c] != null) {
          if (found[c] == bits[c].length) {
            found[c] = distinct(bits[c], found[c]);
            bits[c] = Arrays.copyOf(bits[c], Math.max(16, 2 * found[c]));
          }
          bits[c][found[c]++] = Double.doubleToRawLongBits(tree.threshold(node));
        }
      }
    }
    for (int c = 0; c < columns; c++) {
      bits[c] = bits[c] == null ? null : Arrays.copyOf(bits[c], distinct(bits[c], found[c]));
    }
    return new Thresholds(bits);
  }

  /** Sorts the first {@code n} values and moves the different ones to the front. */
  private static int distinct(long[] values, int n) {
    Arrays.sort(values, 0, n);
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (kept == 0 || values[i] != values[kept - 1]) {
        values[kept++] = values[i];
      }
    }
    return kept;
  }

  static Thresholds read(Inputs inputs, Unpacker in) {
    long[][] bits = new long[inputs.columns().size()][];
    for (int c = 0; c < bits.length; c++) {
      if (inputs.columns().get(c).kind() == Kind.NUMBER) {
        bits[c] = in.planes(in.count(Long.BYTES), Long.BYTES);
      }
    }
    return new Thresholds(bits);
  }

  void write(Packer out) {
    for (long[] column : bits) {
      if (column != null) {
        out.count(column.length);
        out.planes(column, Long.BYTES);
      }
    }
  }

  /** The place of a threshold in the table of column {@code c}; a level's is its index. */
  int place(int c, double threshold) {
    return bits[c] == null
        ? (int) threshold
        : Arrays.binarySearch(bits[c], Double.doubleToRawLongBits(threshold));
  }

  /** Reads a place and returns the threshold there, of column {@code c}. */
  double at(int c, Inputs.Input input, Unpacker in) {
    return bits[c] == null
        ? in.index(input.width(), "level")
        : Double.longBitsToDouble(bits[c][in.index(bits[c].length, "threshold")]);
  }
}
