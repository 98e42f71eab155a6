package tenfold.core.data;

import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;

/** The levels of a column of names and how many rows have each; mergeable. */
public final class NameProfile implements Serializable {

  private static final long serialVersionUID = 1;

  private final TreeMap<String, Long> counts = new TreeMap<>();
  private long missing;

  /** Adds the rows of {@code codes} that {@code use} admits; -1 counts as missing. */
  void add(int[] codes, String[] levels, boolean[] use) {
    long[] seen = new long[levels.length];
    for (int i = 0; i < codes.length; i++) {
      if (use[i] && codes[i] < 0) {
        missing++;
      } else if (use[i]) {
        seen[codes[i]]++;
      }
    }
    for (int c = 0; c < seen.length; c++) {
      if (seen[c] > 0) {
        counts.merge(levels[c], seen[c], Long::sum);
      }
    }
  }

  /** Adds what {@code other} has seen. */
  void merge(NameProfile other) {
    other.counts.forEach((level, count) -> counts.merge(level, count, Long::sum));
    missing += other.missing;
  }

  /** Rows of each level, in the order of the names. */
  public SortedMap<String, Long> counts() {
    return counts;
  }

  /** Rows without a name. */
  public long missing() {
    return missing;
  }
}
