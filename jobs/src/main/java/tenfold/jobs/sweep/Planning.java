package tenfold.jobs.sweep;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import tenfold.core.conf.Experiment;
import tenfold.core.kernel.Speed;
import tenfold.core.report.Columns;
import tenfold.core.report.Digits;
import tenfold.core.report.PlanText;
import tenfold.core.sweep.CensusPass;
import tenfold.core.sweep.Plan;
import tenfold.jobs.spark.Reader;
import tenfold.jobs.spark.Reading;

/**
 * What a sweep would cost on these data.
 *
 * @param plan candidates, models, fits, passes and memory
 * @param layers of the networks, for people; empty where there are none
 * @param notes what was decided about the data
 * @param readSeconds wall time of reading and profiling here, on all slots
 * @param passSeconds wall time here of a pass that computes next to nothing
 * @param slots tasks that run at once here
 * @param speed multiply-adds a second of one thread here, measured
 */
public record Planning(
    Plan plan,
    String layers,
    List<String> notes,
    double readSeconds,
    double passSeconds,
    int slots,
    double speed) {

  /** Reads and profiles the data and plans the sweep. Trains nothing. */
  public static Planning of(Experiment experiment, SparkSession spark) {
    long from = System.nanoTime();
    try (Reading reading = new Reader(spark).read(experiment.data(), experiment.split())) {
      Prepared prepared =
          Prepared.of(
              reading,
              experiment,
              Families.of(
                  experiment, reading.schema(), spark.sparkContext().hadoopConfiguration()));
      long read = System.nanoTime();
      prepared.engine().aggregate(new CensusPass());
      long passed = System.nanoTime();
      return new Planning(
          prepared.plan(),
          Layers.text(prepared.families(), prepared.problem().shape()),
          Stream.of(
                  reading.notes().stream(),
                  prepared.dealt().notes(experiment.data()).stream(),
                  prepared.whereTreesGrow().stream())
              .flatMap(notes -> notes)
              .toList(),
          (read - from) / 1e9,
          (passed - read) / 1e9,
          spark.sparkContext().defaultParallelism(),
          Speed.measure());
    }
  }

  /**
   * Returns the plan for people, with predicted times here and, if above 0, on so many executors.
   */
  public String text(int executors, int cores) {
    Columns times = new Columns(List.of("predicted time", "read and profile", "sweep"));
    times.add(
        List.of(
            "here, " + Digits.count(slots, "core"),
            Digits.seconds(readSeconds) + ", measured",
            Digits.seconds(sweepSeconds(slots))));
    if (executors > 0) {
      times.add(
          List.of(
              "on %s of %s"
                  .formatted(Digits.count(executors, "executor"), Digits.count(cores, "core")),
              Digits.seconds(readSeconds * slots / (executors * cores)) + " at best",
              Digits.seconds(sweepSeconds(executors * cores))));
    }
    return PlanText.of(plan) + layers + times.text();
  }

  private double sweepSeconds(int slotsThere) {
    return plan.seconds(speed, passSeconds, slotsThere, Runtime.getRuntime().availableProcessors());
  }
}
