package tenfold.jobs.cli;

/** A command that runs on Spark. */
interface SparkCommand {

  SparkOptions options();
}
