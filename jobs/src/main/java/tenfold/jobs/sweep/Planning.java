package tenfold.jobs.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import tenfold.core.conf.Experiment;
import tenfold.core.report.PlanText;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Plan;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.forecast.Sample;
import tenfold.core.sweep.forecast.Transport;
import tenfold.jobs.spark.Reader;
import tenfold.jobs.spark.Reading;

/**
 * What a sweep would cost.
 *
 * @param plan candidates, models, fits, passes and memory
 * @param layers of the networks, for people; empty where there are none
 * @param times predicted, for people
 * @param notes what was decided about the data
 */
public record Planning(Plan plan, String layers, String times, List<String> notes) {

  /**
   * What is asked.
   *
   * @param rows of data like these, if not as many as there are
   * @param executors to predict times on, beside those at hand; 0: none
   * @param cores of each
   */
  public record Question(OptionalLong rows, int executors, int cores) {}

  /**
   * Reads and profiles the data, plans the sweep, and rehearses it on samples of the rows for its
   * time. Trains nothing that is kept.
   */
  public static Planning of(Experiment experiment, SparkSession spark, Question asked) {
    new JavaSparkContext(spark.sparkContext()).parallelize(List.of(1), 1).count(); // executors came
    long from = System.nanoTime();
    try (Reading reading = new Reader(spark).read(experiment.data(), experiment.split())) {
      List<Family> families =
          Families.of(experiment, reading.schema(), spark.sparkContext().hadoopConfiguration());
      try (Prepared prepared = Prepared.of(reading, experiment, families)) {
        double readSeconds = (System.nanoTime() - from) / 1e9;
        int partitions = prepared.engine().blocks().getNumPartitions();
        Shape here = prepared.problem().shape();
        long test = prepared.dealt().testSurvey().testRows();
        double growth = growth(asked, here.rows() + test);
        Shape there = here.ofRows(Math.round(here.rows() * growth));
        Placed placed = Placed.of(families, there, experiment, reading.schema(), prepared.engine());
        Times times =
            new Times(
                placed.families(),
                experiment.select().by(),
                Sample.of(prepared.engine(), prepared.problem()),
                there.rows(),
                growth,
                readSeconds,
                partitions,
                Transport.of(prepared.engine(), partitions));
        List<String> notes = new ArrayList<>(reading.notes());
        notes.addAll(prepared.dealt().notes(experiment.data()));
        notes.addAll(placed.whereTreesGrow());
        return new Planning(
            placed.plan(there, Math.round(test * growth)),
            Layers.text(placed.families(), there),
            times.text(spark.sparkContext(), asked),
            notes);
      }
    }
  }

  /** How many times as many rows are asked about as there are. */
  private static double growth(Question asked, long rows) {
    return asked.rows().isPresent() ? (double) asked.rows().getAsLong() / rows : 1;
  }

  /** The plan for people. */
  public String text() {
    return PlanText.of(plan) + layers + times;
  }
}
