package tenfold.jobs.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;

/**
 * What the jobs are called that a thread starts, on Spark's pages and in Tenfold's own figures, and
 * with whom they share the cluster. All of it is the thread's own, and what stood there before
 * stands there again afterwards.
 *
 * <p>A run's jobs are in a pool of its name, so that under {@code spark.scheduler.mode = FAIR} runs
 * that share a session get like shares of it. A group or a pool that the caller has set stays: who
 * cancels that group cancels the run.
 */
public final class Jobs {

  /** The property that says what jobs do, without what tells one of them from the next. */
  public static final String WORK = "tenfold.work";

  /** Names the job of which {@link TaskCosts} tells. */
  static final String COSTS = "tenfold.costs";

  static final String DESCRIPTION = "spark.job.description";

  private static final String RUN = "tenfold.run";
  private static final String GROUP = "spark.jobGroup.id";
  private static final String POOL = "spark.scheduler.pool";
  private static final String INTERRUPT = "spark.job.interruptOnCancel";

  private Jobs() {}

  /** What a job's tasks do when it is cancelled. */
  enum Cancelled {
    /** They go on to their end, as what writes files should. */
    GOES_ON,
    /** Their threads are interrupted, as what computes for long heeds. */
    INTERRUPTED
  }

  /** Runs what starts the jobs of a run. */
  public static <T> T ofRun(SparkContext spark, String run, Supplier<T> jobs) {
    Map<String, String> names = new LinkedHashMap<>();
    if (spark.getLocalProperty(GROUP) == null) {
      names.put(RUN, run);
    }
    if (spark.getLocalProperty(POOL) == null) {
      names.put(POOL, run);
    }
    return with(spark, names, jobs);
  }

  /**
   * Runs what starts some jobs.
   *
   * @param work what they do: "forest: growing trees", say
   */
  public static <T> T of(SparkContext spark, String work, Supplier<T> jobs) {
    return of(spark, work, work, Cancelled.GOES_ON, jobs);
  }

  /**
   * The same with a description that tells them from other jobs that do the same: "fold 3/10 ·
   * forest · trees 1–16", say.
   */
  public static <T> T of(SparkContext spark, String work, String description, Supplier<T> jobs) {
    return of(spark, work, description, Cancelled.GOES_ON, jobs);
  }

  static <T> T of(
      SparkContext spark, String work, String description, Cancelled cancelled, Supplier<T> jobs) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(WORK, work);
    names.put(DESCRIPTION, description);
    String run = spark.getLocalProperty(RUN);
    if (run != null) {
      names.put(GROUP, run + " · " + work);
      names.put(INTERRUPT, Boolean.toString(cancelled == Cancelled.INTERRUPTED));
    }
    return with(spark, names, jobs);
  }

  /** Runs jobs with properties; afterwards they are what they were. */
  static <T> T with(SparkContext spark, Map<String, String> properties, Supplier<T> jobs) {
    Map<String, String> before = new LinkedHashMap<>(); // of those that were not there null
    properties.keySet().forEach(key -> before.put(key, spark.getLocalProperty(key)));
    properties.forEach(spark::setLocalProperty);
    try {
      return jobs.get();
    } finally {
      before.forEach(spark::setLocalProperty);
    }
  }
}
