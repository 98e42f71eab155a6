package tenfold.jobs.sweep;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import tenfold.core.conf.Experiment;
import tenfold.core.learn.network.GradientCheck;
import tenfold.core.learn.network.NetworkFamily;
import tenfold.core.learn.network.NetworkGrid;
import tenfold.core.report.Columns;
import tenfold.jobs.spark.Origins;
import tenfold.jobs.spark.Reader;
import tenfold.jobs.spark.Reading;
import tenfold.jobs.spark.UsageException;

/**
 * The slopes of every network of a configuration, held against finite differences.
 *
 * @param checks by what the network is
 */
public record Gradients(Map<String, GradientCheck> checks) {

  /** Reads and profiles the data, which say how many columns a network has, and checks. */
  public static Gradients of(Experiment experiment, SparkSession spark) {
    NetworkGrid grid =
        experiment
            .network()
            .orElseThrow(
                () ->
                    new UsageException(
                        "--check-gradients checks networks, but the configuration has no models.network"));
    try (Reading reading = new Reader(spark).read(experiment.data(), experiment.split())) {
      NetworkFamily family =
          new NetworkFamily(
              Origins.read(grid, reading.schema(), spark.sparkContext().hadoopConfiguration()));
      return of(family, reading, experiment);
    }
  }

  private static Gradients of(NetworkFamily family, Reading reading, Experiment experiment) {
    try (Prepared prepared = Prepared.of(reading, experiment, List.of(family))) {
      return new Gradients(
          family.checkGradients(prepared.problem().shape(), prepared.problem().seed()));
    }
  }

  /** Whether all are right. */
  public boolean right() {
    return checks.values().stream().allMatch(GradientCheck::right);
  }

  /** Returns the table for people. */
  public String text() {
    Columns table = new Columns(List.of("network", "slopes", "largest difference", ""));
    checks.forEach(
        (name, check) ->
            table.add(
                List.of(
                    name,
                    Integer.toString(check.numbers()),
                    "%.1e".formatted(check.worst()),
                    check.right() ? "right" : "WRONG: above %s".formatted(GradientCheck.RIGHT))));
    return table.text();
  }
}
