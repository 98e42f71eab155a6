package tenfold.jobs.cli;

import picocli.CommandLine.Option;
import tenfold.jobs.spark.Spark;

/** Options that every command on Spark has. */
final class SparkOptions {

  @Option(names = "--verbose", description = "Show Spark's log, and the stack trace of an error.")
  private boolean verbose;

  @Option(
      names = "--check-only",
      hidden = true,
      description = "Refuse what cannot be run, say what to ship, and stop: for the launcher.")
  private boolean checkOnly;

  boolean checkOnly() {
    return checkOnly;
  }

  Spark.Log log() {
    return verbose ? Spark.Log.VERBOSE : Spark.Log.QUIET;
  }

  boolean verbose() {
    return verbose;
  }
}
