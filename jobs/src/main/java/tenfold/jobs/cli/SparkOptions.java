package tenfold.jobs.cli;

import picocli.CommandLine.Option;
import tenfold.jobs.spark.Spark;

/** Options that every command on Spark has. */
final class SparkOptions {

  @Option(names = "--verbose", description = "Show Spark's log, and the stack trace of an error.")
  private boolean verbose;

  Spark.Log log() {
    return verbose ? Spark.Log.VERBOSE : Spark.Log.QUIET;
  }

  boolean verbose() {
    return verbose;
  }
}
