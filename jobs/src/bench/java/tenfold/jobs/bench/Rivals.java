package tenfold.jobs.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * One forest of ours beside one of each rival's, on all rows, with as many threads. All begin with
 * numbers in memory: what coding them took is counted to ours too. Nobody counts errors out of bag
 * or the importance of columns.
 *
 * @param engine that worked the table of these rows
 * @param table what coding the rows took
 */
record Rivals(Workload work, Metered engine, Samples table, int threads) {

  static final int TREES = 100;

  /** Measures each and ours right after it, and prints. */
  void measure() throws IOException {
    Page.part(
        "One forest of %d trees of depth %d, all rows, from numbers in memory",
        TREES, ForestWork.DEPTH);
    Programs.inFolder(
        folder -> {
          Path data = folder.resolve("data");
          Raw.write(work, data);
          beside(
              Peer.RANGER.name(),
              () -> Peer.RANGER.seconds(data, work, TREES, ForestWork.DEPTH, threads));
        });
    beside(
        "XGBoost, forest mode",
        () -> OptionalDouble.of(XgboostForest.fit(work, TREES, ForestWork.DEPTH, threads)));
    beside(
        "MLlib: %d trees, times %d".formatted(MllibForest.TREES, TREES / MllibForest.TREES),
        () -> OptionalDouble.of(MllibForest.reckoned(work, threads, TREES)));
  }

  private void beside(String name, Supplier<OptionalDouble> rival) {
    OptionalDouble theirs = rival.get();
    if (theirs.isEmpty()) {
      Page.row(name, "not installed");
      return;
    }
    double ours = table.median() + ForestWork.fit(engine, work, TREES).seconds();
    Page.row(name, Page.seconds(theirs.getAsDouble()));
    Page.row("ours right after, with coding", Page.seconds(ours));
    Page.target("at least as fast", ours <= theirs.getAsDouble());
  }
}
