package tenfold.jobs.spark;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tenfold.core.seed.Hash;

/**
 * What reading rows found out about them: how many, their fingerprint, types that the sample got
 * wrong, and the first row that cannot be used. Mergeable in the order of the partitions.
 */
final class Scan implements Serializable {

  /** The print of no rows. */
  static final long BLANK = 0;

  private static final long serialVersionUID = 1;

  private long rows;
  private long fingerprint;
  private long print = BLANK;
  private final TargetFacts target = new TargetFacts();
  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, Long> missing = new TreeMap<>();
  private final TreeSet<Integer> folds = new TreeSet<>();
  private boolean times;
  private boolean places;
  private long faultRow;
  private String fault;
  private Misfit misfit;

  /** Returns what was found in a partition, as Spark's mapPartitions wants it. */
  static Iterator<Scan> of(Iterator<Chunk> partition) {
    Scan all = new Scan();
    partition.forEachRemaining(chunk -> all.merge(chunk.scan()));
    return List.of(all).iterator();
  }

  /** Counts a row by its content. */
  void row(long content) {
    rows++;
    fingerprint += Hash.mix(content);
    print = Hash.of(print, content);
  }

  /** Notes that a column of supposed numbers holds a text. */
  void text(String column, String example) {
    texts.putIfAbsent(column, example);
  }

  /** Notes a missing feature. */
  void missing(String column) {
    missing.merge(column, 1L, Long::sum);
  }

  /**
   * Notes why the row now read cannot be used, if it is the first; {@code what} goes on "data row
   * 7: ".
   */
  void fault(String what) {
    if (fault == null) {
      fault = what;
      faultRow = rows + 1;
    }
  }

  /** Notes a line that is no row, if it is the first. */
  void misfit(Misfit line) {
    if (misfit == null) {
      misfit = line;
    }
  }

  void fold(int value) {
    folds.add(value);
  }

  /** Notes a place on the time axis that was written as a number. */
  void placeByNumber() {
    places = true;
  }

  /** Notes a place on the time axis that was written as a date or time. */
  void placeByTime() {
    times = true;
  }

  /** Adds what was found in rows that come after these. */
  Scan merge(Scan next) {
    if (fault == null && next.fault != null) {
      fault = next.fault;
      faultRow = rows + next.faultRow;
    }
    misfit = misfit == null ? next.misfit : misfit;
    rows += next.rows;
    fingerprint += next.fingerprint;
    print = next.after(print);
    target.merge(next.target);
    next.texts.forEach(texts::putIfAbsent);
    next.missing.forEach((column, n) -> missing.merge(column, n, Long::sum));
    folds.addAll(next.folds);
    times |= next.times;
    places |= next.places;
    return this;
  }

  long rows() {
    return rows;
  }

  long fingerprint() {
    return fingerprint;
  }

  /** A hash of the rows in their order, for rows that are in one partition. */
  long print() {
    return print;
  }

  /** The print of rows with print {@code before} and then these. */
  long after(long before) {
    return Hash.of(before, print);
  }

  TargetFacts target() {
    return target;
  }

  /** Columns of supposed numbers that hold text, with an example. */
  Map<String, String> texts() {
    return texts;
  }

  /** Feature columns with missing values, with how many. */
  Map<String, Long> missing() {
    return missing;
  }

  /** What is wrong with the numbers of the user's own folds; null if nothing. */
  String gap() {
    int max = folds.isEmpty() ? -1 : Math.max(0, folds.last());
    for (int fold = 0; fold <= max; fold++) {
      if (!folds.contains(fold)) {
        return "the folds of split.fold-column go up to %d but no row has fold %d; number them without gaps from 0"
            .formatted(max, fold);
      }
    }
    return null;
  }

  /** Whether the time axis mixes numbers with dates. */
  boolean mixedTimes() {
    return times && places;
  }

  /** The first line that is no row, or null. */
  Misfit misfit() {
    return misfit;
  }

  /** Why a row cannot be used; null if all can. */
  String problem() {
    return fault;
  }

  /** Why a row cannot be used, with its number; null if all can. */
  String fault() {
    return fault == null ? null : "data row %,d: %s".formatted(faultRow, fault);
  }
}
