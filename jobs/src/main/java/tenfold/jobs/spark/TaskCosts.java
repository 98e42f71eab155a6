package tenfold.jobs.spark;

import org.apache.spark.scheduler.SparkListenerEvent;

/**
 * News that a job is to follow whose first tasks cost this much, in a unit of their own.
 *
 * @param job names it, by its property {@link Jobs#COSTS}
 */
@SuppressWarnings("ArrayRecordComponent") // told once, never compared
record TaskCosts(String job, double[] cost) implements SparkListenerEvent {

  /** Keeps it out of Spark's own log of events. */
  @Override
  public boolean logEvent() {
    return false;
  }
}
