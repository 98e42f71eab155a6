package tenfold.jobs.sweep;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.SparkContext;
import tenfold.core.report.Columns;
import tenfold.core.report.Digits;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.forecast.Cluster;
import tenfold.core.sweep.forecast.Rehearsed;
import tenfold.core.sweep.forecast.Sample;
import tenfold.core.sweep.forecast.Transport;
import tenfold.jobs.spark.Slots;

/**
 * Times that a sweep is predicted to take.
 *
 * @param families what is swept
 * @param metric that candidates are chosen by
 * @param sample of the rows
 * @param rows of the training part to predict for
 * @param growth how many times as many those are as there are
 * @param readSeconds wall time of reading and profiling the data here
 * @param partitions of the data
 * @param transport between executors and driver, measured here
 */
record Times(
    List<Family> families,
    String metric,
    Sample sample,
    long rows,
    double growth,
    double readSeconds,
    int partitions,
    Transport transport) {

  private static final double PARTITION = 128 << 20; // bytes, as Spark cuts files
  private static final double MOST = 1e9; // partitions
  private static final String UNKNOWN = "not predicted";

  /** Returns the table for people: here, and where it was asked for. */
  String text(SparkContext spark, Planning.Question asked) {
    int here = Slots.now(spark);
    int executors = spark.isLocal() ? 0 : spark.statusTracker().getExecutorInfos().length - 1;
    Cluster now = cluster(executors, here, here, Slots.processors(spark));
    Columns times =
        new Columns(List.of("predicted time", "read and profile", "sweep", "refit, at most"));
    List<Optional<Rehearsed>> first = rehearsed(here);
    add(times, "here, " + Digits.count(here, "core"), here, now, first);
    if (asked.executors() > 0) {
      int slots = asked.executors() * asked.cores();
      String where =
          "on %s of %s"
              .formatted(
                  Digits.count(asked.executors(), "executor"), Digits.count(asked.cores(), "core"));
      List<Optional<Rehearsed>> there =
          threads(slots) == threads(here)
              ? first
              : first.stream().map(one -> one.map(r -> r.with(threads(slots)))).toList();
      Cluster then = cluster(asked.executors(), slots, here, asked.cores());
      add(times, where, here, then, there);
    }
    return times.text();
  }

  private Cluster cluster(int executors, int slots, int here, double processors) {
    double split = rows * (double) sample.columns() * Double.BYTES / PARTITION;
    int parts = growth == 1 ? partitions : (int) Math.max(partitions, Math.min(MOST, split));
    double waves = Math.ceil((double) parts / slots) / Math.ceil((double) partitions / here);
    return new Cluster(
        rows, parts, executors, slots, processors, transport.inWaves(Math.max(1, waves)));
  }

  private void add(
      Columns times, String where, int here, Cluster on, List<Optional<Rehearsed>> all) {
    double read = readSeconds * growth * here / on.slots();
    boolean measured = on.slots() == here && growth == 1;
    List<Rehearsed> rehearsed = all.stream().flatMap(Optional::stream).toList();
    boolean known = rehearsed.size() == families.size();
    double sweep = rehearsed.stream().mapToDouble(r -> r.sweep(on)).sum();
    double refit = rehearsed.stream().mapToDouble(r -> r.refit(on)).max().orElse(0);
    times.add(
        List.of(
            where,
            Digits.seconds(read)
                + (measured ? ", measured" : growth == 1 ? " at best" : " at most"),
            known ? Digits.seconds(sweep) : UNKNOWN,
            known ? Digits.seconds(refit) : UNKNOWN));
  }

  private static int threads(int slots) {
    return Math.min(slots, Runtime.getRuntime().availableProcessors());
  }

  /** The families rehearsed with as many tasks at once as there would be, as far as cores go. */
  private List<Optional<Rehearsed>> rehearsed(int slots) {
    int threads = threads(slots);
    return families.stream()
        .map(
            family ->
                Families.onSpark(family)
                    ? Optional.<Rehearsed>empty()
                    : Rehearsed.of(family, Set.of(metric), sample, threads))
        .toList();
  }
}
