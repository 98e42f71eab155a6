package tenfold.jobs.spark.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tenfold.jobs.spark.Json;
import tenfold.jobs.spark.Store;

/**
 * The openings of test parts, beside the runs: one small file for each, under the fingerprint of
 * the rows that were opened. An opening is entered before it happens, so none can be forgotten; a
 * resumed run enters the same one again.
 */
public final class Ledger {

  private static final String NAME = "test-openings";

  private final Store store;

  private Ledger(Store store) {
    this.store = store;
  }

  /** Returns the ledger that stands beside the run. */
  static Ledger beside(Store run) {
    return new Ledger(run.parent().child(NAME));
  }

  /**
   * Enters an opening of the test rows with this fingerprint; returns how many there are with it.
   */
  int enter(long testFingerprint, String run, String experiment, long rows) {
    Store openings = store.child("%016x".formatted(testFingerprint));
    openings.write(
        run + ".json",
        Json.text(
            Json.object()
                .put("run", run)
                .put("name", experiment)
                .put("rows", rows)
                .put("opened", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())));
    return (int) openings.list().stream().filter(f -> f.endsWith(".json")).count();
  }
}
