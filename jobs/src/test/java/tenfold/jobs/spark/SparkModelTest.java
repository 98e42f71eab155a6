package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.data.Block;
import tenfold.core.data.DataException;
import tenfold.core.data.Feature;
import tenfold.core.data.Fitted;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.model.SavedModel;
import tenfold.jobs.Local;

class SparkModelTest {

  private static final SparkSession SPARK = Local.spark();

  @TempDir Path dir;

  /** A model of which the prediction tells what it was given: {@code a + 100 * (zip == 7)}. */
  private static SparkModel model() {
    Schema schema =
        new Schema(
            List.of(new Feature("zip", Kind.NAME), new Feature("a", Kind.NUMBER)),
            "y",
            Task.REGRESSION,
            List.of());
    return new SparkModel(new SavedModel(schema, Map.of(), new Telling()));
  }

  private record Telling() implements Fitted {
    @Override
    public double[] predict(Block block) {
      double[] out = block.numbers(0).clone();
      for (int i = 0; i < out.length; i++) {
        int code = block.codes(0)[i];
        out[i] += code >= 0 && block.levels(0)[code].equals("7") ? 100 : 0;
      }
      return out;
    }
  }

  @Test
  void textsAndTypesOfTheSameDataPredictTheSame() {
    Ask.write(dir.resolve("a.csv"), "a,zip\n1.5,7\n2,8\n,7\n");
    Dataset<Row> texts = new Reader(SPARK).rows(dir.resolve("a.csv").toString(), Map.of());
    Dataset<Row> typed =
        SPARK.sql("select * from values (1.5d, 7), (2d, 8), (null, 7) as t(a, zip)");
    assertThat(predictions(texts)).containsExactly(101.5, 2.0, Double.NaN);
    assertThat(predictions(typed)).containsExactly(101.5, 2.0, Double.NaN);
  }

  @Test
  void numbersThatAreNamesAgreeWhateverTheirType() {
    for (String type : List.of("int", "bigint", "double", "decimal(9,2)", "string")) {
      assertThat(predictions(SPARK.sql("select 1d as a, cast(7 as " + type + ") as zip")))
          .containsExactly(101.0);
    }
  }

  @Test
  void otherColumnsAreCarriedAndOrderDoesNotMatter() {
    Dataset<Row> predicted =
        model()
            .transform(
                SPARK.sql("select 'x' as note, '7' as zip, date'2024-01-31' as day, 1 as a"));
    assertThat(predicted.columns()).containsExactly("note", "zip", "day", "a", "prediction");
    assertThat(predicted.select("note", "prediction").first())
        .satisfies(
            row -> {
              assertThat(row.getString(0)).isEqualTo("x");
              assertThat(row.getDouble(1)).isEqualTo(101.0);
            });
  }

  @Test
  void aColumnThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> model().transform(SPARK.sql("select 1 as zip")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no column 'a'")
        .hasMessageContaining("they have zip");
  }

  @Test
  void aTextWhereANumberBelongsIsNamed() {
    Dataset<Row> predicted = model().transform(SPARK.sql("select 'tall' as a, '7' as zip"));
    Throwable thrown = catchThrowable(predicted::collectAsList);
    assertThat(ExitCode.of(thrown)).isEqualTo(ExitCode.DATA);
    assertThat(ExitCode.sentence(thrown)).contains("column 'a' has 'tall'", "numbers");
  }

  @Test
  void aNumberColumnOfAnotherTypeIsRefused() {
    assertThatThrownBy(
            () -> model().transform(SPARK.sql("select date'2024-01-31' as a, '7' as zip")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("column 'a' has type date");
  }

  @Test
  void anInfiniteNumberIsRefused() {
    Dataset<Row> predicted = model().transform(SPARK.sql("select '1e999' as a, '7' as zip"));
    Throwable thrown = catchThrowable(predicted::collectAsList);
    assertThat(ExitCode.of(thrown)).isEqualTo(ExitCode.DATA);
    assertThat(ExitCode.sentence(thrown)).contains("column 'a' has '1e999'");
  }

  @Test
  void aRaggedLineIsNamed() {
    Ask.write(dir.resolve("a.csv"), "a,zip\n1.5,7\n2\n");
    Dataset<Row> rows = new Reader(SPARK).rows(dir.resolve("a.csv").toString(), Map.of());
    Throwable thrown = catchThrowable(() -> model().transform(rows).collectAsList());
    assertThat(ExitCode.of(thrown)).isEqualTo(ExitCode.DATA);
    assertThat(ExitCode.sentence(thrown)).contains("a.csv, line 3", "has 1 cell ");
  }

  @Test
  void aColumnCalledPredictionIsRefused() {
    assertThatThrownBy(() -> model().transform(SPARK.sql("select 1 as a, 1 as prediction")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("column 'prediction' already");
  }

  @Test
  void noRowsPredictNothing() {
    assertThat(predictions(SPARK.sql("select 1d as a, 7 as zip where false"))).isEmpty();
  }

  private static List<Double> predictions(Dataset<Row> rows) {
    return model().transform(rows).select("prediction").collectAsList().stream()
        .map(row -> row.getDouble(0))
        .toList();
  }
}
