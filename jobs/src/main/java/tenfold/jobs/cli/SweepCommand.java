package tenfold.jobs.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenfold.core.conf.Experiment;
import tenfold.core.report.ReportText;
import tenfold.jobs.spark.ExitCode;
import tenfold.jobs.spark.Spark;
import tenfold.jobs.spark.UsageException;
import tenfold.jobs.sweep.Run;
import tenfold.jobs.sweep.Sweep;

/** {@code tenfold sweep CONFIG}. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    description = {
      "Cross-validates every candidate of a grid, picks one, refits it on all of the training part,"
          + " opens the test part once and writes the run.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tenfold sweep conf/concrete.conf",
      "  tenfold sweep conf/concrete.conf -D split.folds=5 -D split.seed=2 --run runs/five",
      "  tenfold sweep conf/nightly.conf --if-data-changed        (from a scheduler)",
      "  tenfold sweep my.conf --master spark://host:7077 --executor-memory 4g",
      "",
      "A run's directory holds report.html for reading, report.json and candidates.csv for programs,",
      "the model, every row's fold and the predictions of models that did not see the row."
    })
final class SweepCommand implements Callable<Integer>, SparkCommand {

  @Mixin private RunOptions target;

  @Option(
      names = "--reuse",
      paramLabel = "RUN",
      description =
          "Take what a run of the same data and split has finished: a widened grid works only what is"
              + " new.")
  private String reuse;

  @Option(
      names = "--if-data-changed",
      description =
          "Run only if the data or the configuration differ from those of the last finished run of this"
              + " name under output.runs; else say so and end with 0.")
  private boolean ifChanged;

  @Mixin private ConfigOptions config;

  @Mixin private SparkOptions options;

  @Override
  public SparkOptions options() {
    return options;
  }

  @Override
  public Integer call() {
    if (ifChanged && target.named()) {
      throw new UsageException(
          "--if-data-changed compares with the last run under output.runs and begins a new directory there; leave out --run");
    }
    Experiment experiment = config.read();
    Sweep sweep = Sweep.of(experiment).telling(Console::note);
    target.apply(experiment, sweep::into, sweep::overwrite);
    Optional.ofNullable(reuse)
        .map(run -> ClusterMode.whole("--reuse", run))
        .ifPresent(sweep::reusing);
    if (options.checkOnly()) {
      config.tell();
      return ExitCode.DONE.code();
    }
    try (SparkSession spark = Spark.open("tenfold sweep: " + experiment.name(), options.log())) {
      Console.showProgress(spark);
      Optional<Run> done =
          ifChanged
              ? sweep.runIfChanged(spark, SweepCommand::unchanged)
              : Optional.of(sweep.run(spark));
      return done.map(SweepCommand::print).orElse(ExitCode.DONE).code();
    }
  }

  private static void unchanged(String last) {
    System.out.printf("nothing has changed: %s has these data and this configuration%n", last);
  }

  private static ExitCode print(Run done) {
    System.out.print(ReportText.of(done.report(), done.directory()));
    return done.report().failed().isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }
}
