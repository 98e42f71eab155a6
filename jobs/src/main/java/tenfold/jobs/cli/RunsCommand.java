package tenfold.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tenfold.core.report.ComparisonText;
import tenfold.core.report.RunsText;
import tenfold.jobs.spark.ExitCode;
import tenfold.jobs.spark.Spark;
import tenfold.jobs.spark.Store;
import tenfold.jobs.spark.run.PastRuns;

/** {@code tenfold runs DIR} and {@code tenfold runs A B}. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    description = {
      "Lists the runs of a directory, the newest first, or compares two runs: settings that differ,"
          + " scores and cost. Reads their files and starts nothing.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tenfold runs runs",
      "  tenfold runs hdfs:///models/runs",
      "  tenfold runs runs/monday runs/tuesday",
      "",
      "A run that says it is running, but whose process has gone, is listed as interrupted."
    })
final class RunsCommand implements Callable<Integer>, SparkCommand {

  @Parameters(
      arity = "1..2",
      paramLabel = "DIR",
      description = "A directory of runs to list, or two runs to compare; on any Hadoop path.")
  private List<String> directories;

  @Mixin private SparkOptions options;

  @Override
  public SparkOptions options() {
    return options;
  }

  @Override
  public Integer call() {
    Configuration hadoop = Spark.files(options.log());
    List<Store> stores = directories.stream().map(its -> Store.at(its, hadoop)).toList();
    System.out.print(stores.size() == 2 ? comparison(stores) : list(stores.get(0)));
    return ExitCode.DONE.code();
  }

  private static String comparison(List<Store> two) {
    return ComparisonText.of(PastRuns.one(two.get(0)), PastRuns.one(two.get(1)));
  }

  private static String list(Store directory) {
    PastRuns past = PastRuns.in(directory);
    String text = RunsText.of(past.runs(), past.unreadable());
    return text.isEmpty() ? "no runs in %s%n".formatted(directory.path()) : text;
  }
}
