package tenfold.jobs.cli;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenfold.core.report.Digits;
import tenfold.jobs.score.Scoring;
import tenfold.jobs.spark.ExitCode;
import tenfold.jobs.spark.Spark;

/** {@code tenfold score MODEL --in PATH --out PATH}. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    description = {"Predicts every row of a data set with a saved model.", ""},
    footer = {
      "",
      "Example:",
      "  tenfold score runs/concrete/model --in data/concrete.csv --out predictions.parquet",
      "",
      "The output has all columns of the input and one more, prediction; for classes also probability, of two",
      "classes that of the positive one, of several that of the predicted one. It is a directory, as Spark",
      "writes: csv if its name ends in .csv, else parquet. One that is there is written over only if asked."
    })
final class ScoreCommand implements Callable<Integer>, SparkCommand {

  @Parameters(paramLabel = "MODEL", description = "A run's model directory, or the run's own.")
  private String model;

  @Option(
      names = "--in",
      required = true,
      paramLabel = "PATH",
      description = "What to predict: read as the data that the model was trained on.")
  private String in;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PATH",
      description = "Where the predictions go.")
  private String out;

  @Option(names = "--overwrite", description = "Write over what is there.")
  private boolean overwrite;

  @Mixin private SparkOptions options;

  @Override
  public SparkOptions options() {
    return options;
  }

  @Override
  public Integer call() {
    Scoring scoring =
        new Scoring(model, in, out, overwrite ? Scoring.Existing.REPLACE : Scoring.Existing.REFUSE);
    ClusterMode.whole("MODEL", model);
    ClusterMode.whole("--in", in);
    ClusterMode.whole("--out", out);
    if (options.checkOnly()) {
      return ExitCode.DONE.code();
    }
    try (SparkSession spark = Spark.open("tenfold score", options.log())) {
      Console.showProgress(spark);
      long rows = scoring.run(spark);
      System.out.printf("%s predicted, in %s%n", Digits.count(rows, "row"), out);
      return ExitCode.DONE.code();
    }
  }
}
