package tenfold.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.core.conf.Experiment;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.jobs.Local;
import tenfold.jobs.spark.SparkModel;
import tenfold.jobs.spark.UsageException;

/** A model of many trees on its way from a file to a saved model, its scores counted again. */
class EnsembleRunTest {

  private static final String FOREST = "forest { trees = [3, 9], max-depth = [2, 6] }";

  private static final SparkSession SPARK = Local.spark();

  @TempDir private Path dir;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3          | forest { trees = [3, 9], max-depth = [2, 6] } | broadcast
          out-of-bag | forest { trees = [3, 9], max-depth = [2, 6] } | broadcast
          3          | boost { rounds = [3, 9], max-depth = [2, 6] } | broadcast
          3          | boost { rounds = [3, 9], max-depth = [2, 6] } | partitioned
          3          | network { layers = [[4], [4, { dropout = 0.2 }]], lambda = 0.1, epochs = [20, 40], batch = 16, learning-rate = 0.02 } | broadcast
          """)
  void anEnsembleIsSweptSavedLoadedAndScored(String folds, String models, String engine)
      throws IOException {
    Run run = Sweep.of(experiment(folds, models, "engine = " + engine)).into(at("run")).run(SPARK);

    assertThat(run.report().results()).hasSize(4);
    Scored winner = (Scored) run.report().winner().outcome();
    Dataset<Row> outOfFold = SPARK.read().parquet(at("run/predictions"));
    assertThat(wrong(outOfFold, folds)).isCloseTo(winner.jCv(), offset(1e-12));
    assertThat(winner.jCv()).isLessThan(0.25);

    Dataset<Row> rows = SPARK.read().option("header", "true").csv(at("data.csv"));
    Dataset<Row> numbers = rows.selectExpr("number", "double(a) a", "double(b) b", "kind", "y");
    Dataset<Row> loaded = SparkModel.load(at("run"), SPARK).transform(numbers);
    List<Row> inMemory = run.model().transform(numbers).collectAsList();
    assertThat(loaded.collectAsList()).isEqualTo(inMemory).hasSize(300);
    Dataset<Row> sealed =
        loaded.join(SPARK.read().parquet(at("run/folds")).filter("fold = -1"), "number");
    double jTest = sealed.selectExpr("avg(double(y != prediction))").first().getDouble(0);
    assertThat(run.report().test().orElseThrow().j()).isCloseTo(jTest, offset(1e-12));
  }

  @Test
  void theLargestAreaWins() throws IOException {
    Run run = Sweep.of(experiment("3", FOREST, "select.by = roc-auc")).into(at("run")).run(SPARK);

    double[] areas =
        run.report().results().stream()
            .mapToDouble(r -> ((Scored) r.outcome()).metrics().get("roc_auc"))
            .toArray();
    assertThat(((Scored) run.report().winner().outcome()).metrics().get("roc_auc"))
        .isEqualTo(Arrays.stream(areas).max().orElseThrow())
        .isBetween(0.8, 1.0);
    assertThat(areas).doesNotHaveDuplicates();
    assertThat(run.report().test().orElseThrow().metrics()).containsKeys("roc_auc", "pr_auc");
  }

  @Test
  void anAreaThatNobodyComputesIsRefusedBeforeTheSweep() {
    assertRefused(
        "3",
        "select.by = pr_auc, engine = partitioned",
        "select.by is pr_auc, which is not computed where a table is in partitions; use select.by ="
            + " log-loss, or engine = broadcast");
    assertRefused(
        "leave-one-out",
        "select.by = roc_auc",
        "select.by is roc_auc, which is not computed where rows leave one by one; use select.by ="
            + " log-loss, or a number of folds");
  }

  private void assertRefused(String folds, String settings, String message) {
    assertThatThrownBy(
            () ->
                Sweep.of(experiment(folds, FOREST, settings))
                    .into(at("refused"))
                    .overwrite()
                    .run(SPARK))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  /** The mean over folds of the share of wrong predictions; of all rows where there are none. */
  private static double wrong(Dataset<Row> rows, String folds) {
    String j = "avg(double(target != prediction)) as j";
    return folds.equals("3")
        ? rows.groupBy("fold").agg(functions.expr(j)).selectExpr("avg(j)").first().getDouble(0)
        : rows.selectExpr(j).first().getDouble(0);
  }

  private Experiment experiment(String folds, String models, String settings) throws IOException {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("number,a,b,kind,y\n");
    for (int i = 0; i < 300; i++) {
      double a = random.nextGaussian();
      String b = i % 10 == 0 ? "" : Double.toString(random.nextGaussian());
      int kind = random.nextInt(3);
      String y = a + kind + random.nextGaussian() / 2 > 1 ? "yes" : "no";
      text.append("%d,%s,%s,kind%d,%s%n".formatted(i, a, b, kind, y));
    }
    Files.writeString(dir.resolve("data.csv"), text.toString());
    return Experiment.parse(
        """
        name = ensemble
        data { path = "%s", target = y, id = number }
        split { test = 0.2, folds = %s }
        models { %s }
         %s
        """
            .formatted(at("data.csv"), folds, models, settings),
        "test.conf",
        List.of());
  }

  private String at(String name) {
    return dir.resolve(name).toString();
  }
}
