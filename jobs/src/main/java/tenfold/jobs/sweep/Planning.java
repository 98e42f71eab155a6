package tenfold.jobs.sweep;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import tenfold.core.conf.Experiment;
import tenfold.core.kernel.Speed;
import tenfold.core.report.Digits;
import tenfold.core.report.PlanText;
import tenfold.core.sweep.Plan;
import tenfold.jobs.spark.Reader;
import tenfold.jobs.spark.Reading;

/**
 * What a sweep would cost on these data.
 *
 * @param plan candidates, models, fits, passes and memory
 * @param notes what was decided about the data
 * @param readSeconds wall time of reading and profiling here, on all slots
 * @param slots tasks that run at once here
 * @param speed multiply-adds a second of one thread here, measured
 */
public record Planning(Plan plan, List<String> notes, double readSeconds, int slots, double speed) {

  /** Reads and profiles the data and plans the sweep. Trains nothing. */
  public static Planning of(Experiment experiment, SparkSession spark) {
    long from = System.nanoTime();
    try (Reading reading = new Reader(spark).read(experiment.data(), experiment.split())) {
      Plan plan = Prepared.of(reading, experiment).plan();
      double seconds = (System.nanoTime() - from) / 1e9;
      return new Planning(
          plan,
          reading.notes(),
          seconds,
          spark.sparkContext().defaultParallelism(),
          Speed.measure());
    }
  }

  /**
   * Returns the plan for people, with predicted times here and, if above 0, on so many executors.
   */
  public String text(int executors, int cores) {
    StringBuilder out = new StringBuilder(PlanText.of(plan));
    out.append("predicted time%n".formatted());
    out.append(line("here, %s".formatted(Digits.count(slots, "core")), slots));
    if (executors > 0) {
      String where =
          "%s of %s".formatted(Digits.count(executors, "executor"), Digits.count(cores, "core"));
      out.append(line(where, executors * cores));
    }
    return out.toString();
  }

  private String line(String where, int slotsThere) {
    int driver = Runtime.getRuntime().availableProcessors();
    return "  %s: reading and profiling %s (measured here), sweep %s%n"
        .formatted(
            where,
            Digits.seconds(readSeconds * slots / slotsThere),
            Digits.seconds(plan.seconds(speed, slotsThere, driver)));
  }
}
