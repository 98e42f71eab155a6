package tenfold.core.fold;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tenfold.core.fold.Census.Part;

/** Finds which rows must leave together, or are copies to be kept apart. */
final class Ties {

  private Ties() {}

  /** Returns the units of a census: how its groups and identical rows hang together. */
  static Units of(Census census, boolean grouped, Split.Duplicates duplicates) {
    if (grouped) {
      return new Units(
          true, duplicates == Split.Duplicates.TOGETHER ? tied(census) : Map.of(), Map.of());
    }
    return new Units(
        false, Map.of(), duplicates == Split.Duplicates.APART ? copies(census) : Map.of());
  }

  /**
   * Groups that share an identical row, by union and find; each is named by the least of its set.
   */
  private static Map<Long, Long> tied(Census census) {
    Map<Long, Long> parent = new HashMap<>();
    Map<Long, Long> groupOfKey = new HashMap<>();
    for (Part part : census.parts()) {
      for (int i = 0; i < part.key().length; i++) {
        Long other = groupOfKey.putIfAbsent(part.key()[i], part.group()[i]);
        if (other != null && other != part.group()[i]) {
          long a = root(parent, other);
          long b = root(parent, part.group()[i]);
          parent.put(Math.max(a, b), Math.min(a, b));
        }
      }
    }
    Map<Long, Long> alias = new HashMap<>();
    for (long group : parent.keySet()) {
      alias.put(group, root(parent, group));
    }
    return alias;
  }

  private static long root(Map<Long, Long> parent, long group) {
    long at = group;
    for (Long up = parent.get(at); up != null && up != at; up = parent.get(at)) {
      at = up;
    }
    return at;
  }

  /** For every row identical to an earlier one, which copy it is: 1, 2, … */
  private static Map<Long, Integer> copies(Census census) {
    long[] all =
        census.parts().stream().flatMapToLong(p -> Arrays.stream(p.key())).sorted().toArray();
    Map<Long, Integer> seen = new HashMap<>();
    for (int i = 1; i < all.length; i++) {
      if (all[i] == all[i - 1]) {
        seen.put(all[i], 0);
      }
    }
    Map<Long, Integer> copy = new HashMap<>();
    for (Part part : census.parts()) {
      for (int i = 0; i < part.key().length; i++) {
        Integer before = seen.computeIfPresent(part.key()[i], (key, n) -> n + 1);
        if (before != null && before > 1) {
          copy.put(part.place() + i, before - 1);
        }
      }
    }
    return copy;
  }
}
