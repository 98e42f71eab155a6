package tenfold.core.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tenfold.core.fold.Census.Part;

/**
 * All units of a data set, sorted and distinct, each under one class: the census called up for
 * dealing.
 *
 * @param units what leaves together
 * @param classes for each class, in the order of the names, its units in ascending order; one class
 *     when not stratified
 * @param mixed the class chosen for units with rows of several: the most frequent, the first by
 *     name among equals
 */
record Roll(Units units, Map<Long, long[]> classes, Map<Long, Long> mixed) {

  /** Calls up the rows: unit by unit, and class by class if {@code stratified}. */
  static Roll call(Census census, Units units, boolean stratified) {
    Map<Long, long[]> rows = new HashMap<>();
    Map<Long, Integer> filled = new HashMap<>();
    List<Long> order =
        stratified ? List.copyOf(census.labels().values()) : List.of(DealtFolds.ONE_CLASS);
    Map<Long, Integer> size = sizes(census, stratified);
    order.forEach(c -> rows.put(c, new long[size.getOrDefault(c, 0)]));
    for (Part part : census.parts()) {
      long[] base = units.grouped() ? part.group() : part.key();
      for (int i = 0; i < base.length; i++) {
        long c = stratified ? part.label()[i] : DealtFolds.ONE_CLASS;
        rows.get(c)[filled.merge(c, 1, Integer::sum) - 1] = units.of(base[i], part.place() + i);
      }
    }
    rows.values().forEach(Arrays::sort);
    Map<Long, Long> mixed = stratified ? mixed(order, rows) : Map.of();
    Map<Long, long[]> classes = new LinkedHashMap<>();
    for (long c : order) {
      classes.put(
          c,
          Arrays.stream(rows.get(c))
              .distinct()
              .filter(unit -> mixed.getOrDefault(unit, c) == c)
              .toArray());
    }
    return new Roll(units, classes, mixed);
  }

  /** Number of units. */
  int size() {
    return classes.values().stream().mapToInt(u -> u.length).sum();
  }

  private static Map<Long, Integer> sizes(Census census, boolean stratified) {
    Map<Long, Integer> size = new HashMap<>();
    for (Part part : census.parts()) {
      if (stratified) {
        Arrays.stream(part.label()).forEach(c -> size.merge(c, 1, Integer::sum));
      } else {
        size.merge(DealtFolds.ONE_CLASS, part.key().length, Integer::sum);
      }
    }
    return size;
  }

  /**
   * Units that stand in the sorted rows of more than one class, with the class that has most of
   * their rows.
   */
  private static Map<Long, Long> mixed(List<Long> order, Map<Long, long[]> rows) {
    Map<Long, Long> first = new HashMap<>();
    Map<Long, Long> chosen = new TreeMap<>();
    List<Long> several = new ArrayList<>();
    for (long c : order) {
      for (long unit : Arrays.stream(rows.get(c)).distinct().toArray()) {
        if (first.putIfAbsent(unit, c) != null) {
          several.add(unit);
        }
      }
    }
    for (long unit : several) {
      long best = order.get(0);
      for (long c : order) {
        best = count(rows.get(c), unit) > count(rows.get(best), unit) ? c : best;
      }
      chosen.put(unit, best);
    }
    return chosen;
  }

  /** How often {@code unit} stands in the sorted array. */
  private static int count(long[] sorted, long unit) {
    int at = Arrays.binarySearch(sorted, unit);
    if (at < 0) {
      return 0;
    }
    int from = at;
    int to = at;
    while (from > 0 && sorted[from - 1] == unit) {
      from--;
    }
    while (to + 1 < sorted.length && sorted[to + 1] == unit) {
      to++;
    }
    return to - from + 1;
  }
}
