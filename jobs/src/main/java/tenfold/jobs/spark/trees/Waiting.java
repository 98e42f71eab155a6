package tenfold.jobs.spark.trees;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Fits that wait to be scored together in one pass over the data.
 *
 * @param <F> a fit
 */
final class Waiting<F> {

  /** Bytes of fits that a pass may take along: as much as an executor's cache of blocks spares. */
  static final long PASS_BYTES = 256L << 20;

  private final ToLongFunction<F> bytes;
  private final Consumer<List<F>> pass;
  private final List<F> fits = new ArrayList<>();
  private long waiting;

  /**
   * Nothing waits yet.
   *
   * @param bytes of a fit
   * @param pass scores some fits
   */
  Waiting(ToLongFunction<F> bytes, Consumer<List<F>> pass) {
    this.bytes = bytes;
    this.pass = pass;
  }

  /** Lets a fit wait, once those have passed that leave it no room. */
  void add(F fit) {
    long its = bytes.applyAsLong(fit);
    if (waiting + its > PASS_BYTES) {
      pass();
    }
    fits.add(fit);
    waiting += its;
  }

  /** Scores all that wait. */
  void pass() {
    if (!fits.isEmpty()) {
      pass.accept(List.copyOf(fits));
      fits.clear();
      waiting = 0;
    }
  }
}
