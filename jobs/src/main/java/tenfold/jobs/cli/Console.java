package tenfold.jobs.cli;

import org.apache.spark.sql.SparkSession;
import tenfold.jobs.spark.Progress;

/** What people see besides the answer, which alone goes to standard output. */
final class Console {

  /** Set by the launcher when standard error is a terminal. */
  private static final String TERMINAL = "tenfold.terminal";

  private Console() {}

  /** Says something about the data. */
  static void note(String text) {
    System.err.println("note: " + text);
  }

  /** Shows the progress of the session's jobs, if somebody watches. */
  static void showProgress(SparkSession spark) {
    if (Boolean.getBoolean(TERMINAL)) {
      Progress.show(spark, System.err);
    }
  }
}
