package tenfold.jobs.cli;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tenfold.core.conf.Experiment;
import tenfold.core.report.Report;
import tenfold.core.report.ReportText;
import tenfold.jobs.network.Train;
import tenfold.jobs.spark.ExitCode;
import tenfold.jobs.spark.Spark;

/** {@code tenfold train CONFIG}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    description = {
      "Trains one network on all executors at once, by averaging their numbers: no search. Writes a"
          + " checkpoint after every epoch and goes on from it when it is started again.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tenfold train conf/digits-averaging.conf",
      "  tenfold train conf/digits-averaging.conf -D models.network.averaging.workers=4 --run runs/four",
      "  tenfold train my.conf --master spark://host:7077 --executor-memory 4g",
      "",
      "The configuration is that of a sweep with one candidate; models.network.averaging { workers,",
      "frequency, master, depth } says how its numbers are averaged."
    })
final class TrainCommand implements Callable<Integer>, SparkCommand {

  @Mixin private RunOptions target;

  @Mixin private ConfigOptions config;

  @Mixin private SparkOptions options;

  @Override
  public SparkOptions options() {
    return options;
  }

  @Override
  public Integer call() {
    Experiment experiment = config.read();
    Train train = Train.of(experiment).telling(Console::note).showing(System.out::println);
    target.apply(experiment, train::into, train::overwrite);
    if (options.checkOnly()) {
      config.tell();
      return ExitCode.DONE.code();
    }
    try (SparkSession spark = Spark.open("tenfold train: " + experiment.name(), options.log())) {
      Report report = train.run(spark);
      System.out.print("\n" + ReportText.of(report, train.directory()));
      return ExitCode.DONE.code();
    }
  }
}
