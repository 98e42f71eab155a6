package tenfold.jobs.cli;

import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenfold.core.conf.Experiment;
import tenfold.jobs.spark.ExitCode;
import tenfold.jobs.spark.Spark;
import tenfold.jobs.spark.UsageException;
import tenfold.jobs.sweep.Gradients;
import tenfold.jobs.sweep.Planning;

/** {@code tenfold plan CONFIG}. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    description = {
      "Says what a sweep would cost and trains nothing: candidates, models, fits, passes over the data,"
          + " memory, predicted time, and which axes of the grid one fit answers.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tenfold plan conf/concrete.conf",
      "  tenfold plan conf/concrete.conf --executors 8 --cores 4",
      "  tenfold plan conf/concrete.conf --executors 8 --cores 4 --rows 1e9",
      "  tenfold plan conf/concrete.conf --print-config",
      "  tenfold plan conf/digits-network.conf --check-gradients",
      "",
      "The data are read once, since what a sweep costs depends on them. Times are predicted from the sweep's",
      "own steps, rehearsed on samples of the rows here and now; what those train is thrown away. On a",
      "cluster they assume executors like this machine that hold their rows in memory."
    })
final class PlanCommand implements Callable<Integer>, SparkCommand {

  private static final double MOST = 1e15; // rows

  @Option(
      names = "--executors",
      paramLabel = "N",
      description = "Predict the time on so many executors, too.")
  private int executors;

  @Option(
      names = "--cores",
      paramLabel = "C",
      defaultValue = "1",
      description = "Cores of each of those executors (default: ${DEFAULT-VALUE}).")
  private int cores;

  @Option(
      names = "--rows",
      paramLabel = "R",
      description = "Plan for so many rows like those of the data, such as 1e9.")
  private double rows;

  @Option(
      names = "--print-config",
      description = "Print the configuration with all defaults filled in, and stop.")
  private boolean printConfig;

  @Option(
      names = "--check-gradients",
      description =
          "Hold the slopes that every network trains by against finite differences, and stop.")
  private boolean checkGradients;

  @Mixin private ConfigOptions config;

  @Mixin private SparkOptions options;

  private OptionalLong rows() {
    return rows == 0 ? OptionalLong.empty() : OptionalLong.of((long) rows);
  }

  @Override
  public SparkOptions options() {
    return options;
  }

  @Override
  public Integer call() {
    if (executors < 0 || cores < 1) {
      throw new UsageException(
          "--executors is %d and --cores %d; use at least 1 of each".formatted(executors, cores));
    }
    if (rows < 0 || rows > MOST || rows != Math.rint(rows)) {
      throw new UsageException(
          "--rows is %s; use a whole number of rows, at most 1e15".formatted(rows));
    }
    Experiment experiment = config.read();
    if (options.checkOnly()) {
      config.tell();
      return ExitCode.DONE.code();
    }
    if (printConfig) {
      System.out.print(experiment.merged());
      return ExitCode.DONE.code();
    }
    try (SparkSession spark = Spark.open("tenfold plan: " + experiment.name(), options.log())) {
      Console.showProgress(spark);
      if (checkGradients) {
        Gradients gradients = Gradients.of(experiment, spark);
        System.out.print(experiment.name() + "\n\n" + gradients.text());
        return (gradients.right() ? ExitCode.DONE : ExitCode.UNEXPECTED).code();
      }
      Planning planning =
          Planning.of(experiment, spark, new Planning.Question(rows(), executors, cores));
      planning.notes().forEach(Console::note);
      System.out.print(experiment.name() + "\n" + planning.text());
      return ExitCode.DONE.code();
    }
  }
}
