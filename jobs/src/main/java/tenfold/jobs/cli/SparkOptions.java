package tenfold.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import tenfold.jobs.spark.Spark;

/** Options that every command on Spark has. */
final class SparkOptions {

  @Option(names = "--verbose", description = "Show Spark's log, and the stack trace of an error.")
  private boolean verbose;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "Override one configuration key, such as -D split.folds=5.")
  private List<String> overrides = new ArrayList<>();

  Spark.Log log() {
    return verbose ? Spark.Log.VERBOSE : Spark.Log.QUIET;
  }

  boolean verbose() {
    return verbose;
  }

  List<String> overrides() {
    return overrides;
  }
}
