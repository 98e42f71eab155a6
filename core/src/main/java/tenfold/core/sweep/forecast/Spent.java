package tenfold.core.sweep.forecast;

import java.util.List;
import tenfold.core.sweep.Packing;
import tenfold.core.sweep.Pieces;

/**
 * What work on so many rows took, by what the time went to. Times are seconds of one thread while
 * as many others worked beside it as the forecast is for.
 *
 * @param rows rows of the training part
 * @param parts partitions that they were in
 * @param passes passes over them
 * @param adding all rows to the statistics of those passes
 * @param merging two partitions' statistics of each pass
 * @param shipping the statistics of one partition
 * @param bytes of those
 * @param units independent work
 * @param sending the table that it works on, once to one executor
 * @param driving all else, on the driver
 */
record Spent(
    long rows,
    int parts,
    int passes,
    double adding,
    double merging,
    double shipping,
    double bytes,
    List<Worked> units,
    double sending,
    double driving) {

  /**
   * Independent work of one call.
   *
   * @param work the pieces
   * @param tried seconds of those that were worked
   * @param seconds of all of them, by what they cost beside those
   */
  record Worked(Pieces<?, ?, ?> work, double tried, double seconds) {

    /** How long it takes on {@code slots} slots as an engine packs it. */
    double on(int slots) {
      return seconds * Packing.share(work, slots);
    }
  }

  Spent {
    units = List.copyOf(units);
  }

  /** Seconds of all units, one after another. */
  double working() {
    return units.stream().mapToDouble(Worked::seconds).sum();
  }

  /** Seconds of those that were worked. */
  double tried() {
    return units.stream().mapToDouble(Worked::tried).sum();
  }

  /** How much of that the busiest of {@code slots} slots does. */
  double share(int slots) {
    return units.isEmpty()
        ? 0
        : units.stream().mapToDouble(worked -> worked.on(slots)).sum() / working();
  }
}
