package tenfold.core.sweep.forecast;

import java.util.List;
import tenfold.core.sweep.Packing;
import tenfold.core.sweep.Pieces;

/**
 * What work on so many rows took, by what the time went to, in seconds: of the wall while as many
 * other threads worked beside as the forecast is for, or of a processor.
 *
 * @param rows rows of the training part
 * @param parts partitions that they were in
 * @param passes passes over them
 * @param kinds different jobs among the passes and the independent work
 * @param adding all rows to the statistics of those passes
 * @param merging two partitions' statistics of each pass
 * @param bytes of one partition's statistics
 * @param units independent work
 * @param sent bytes of the table that it works on
 * @param driving all else, on the driver
 * @param compiling by Java's compilers beside passes and units, of a processor
 */
record Spent(
    long rows,
    int parts,
    int passes,
    int kinds,
    Took adding,
    double merging,
    double bytes,
    List<Worked> units,
    double sent,
    double driving,
    double compiling) {

  /**
   * Work of several threads, one after another.
   *
   * @param wall seconds of the wall
   * @param processor seconds of a processor
   */
  record Took(double wall, double processor) {}

  /**
   * Independent work of one call.
   *
   * @param work the pieces
   * @param tried those that were worked
   * @param seconds of the wall of all of them, by what they cost beside those
   * @param bytes of all their results
   */
  record Worked(Pieces<?, ?, ?> work, Took tried, double seconds, double bytes) {

    /** How long it takes on {@code slots} slots as an engine packs it. */
    double on(int slots) {
      return seconds * Packing.share(work, slots);
    }

    /** Seconds of a processor of all of them. */
    double labour() {
      return tried.wall() > 0 ? seconds * tried.processor() / tried.wall() : 0;
    }
  }

  Spent {
    units = List.copyOf(units);
  }

  /** The same where the driver took so long, seconds. */
  Spent driven(double seconds) {
    return new Spent(
        rows, parts, passes, kinds, adding, merging, bytes, units, sent, seconds, compiling);
  }

  /** Seconds of all of it, one after another. */
  double seconds() {
    return adding.wall() + working() + driving;
  }

  /** Seconds of all units, one after another. */
  double working() {
    return units.stream().mapToDouble(Worked::seconds).sum();
  }

  /** Bytes of the results of all units. */
  double returned() {
    return units.stream().mapToDouble(Worked::bytes).sum();
  }

  /** The seconds of all units, of a processor. */
  double labour() {
    return units.stream().mapToDouble(Worked::labour).sum();
  }

  /** Seconds of a processor of those that were worked. */
  double tried() {
    return units.stream().mapToDouble(worked -> worked.tried().processor()).sum();
  }

  /** How much of that the busiest of {@code slots} slots does. */
  double share(int slots) {
    return units.isEmpty()
        ? 0
        : units.stream().mapToDouble(worked -> worked.on(slots)).sum() / working();
  }
}
