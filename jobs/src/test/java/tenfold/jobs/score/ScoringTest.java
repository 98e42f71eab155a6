package tenfold.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.conf.Experiment;
import tenfold.jobs.Local;
import tenfold.jobs.score.Scoring.Existing;
import tenfold.jobs.spark.UsageException;
import tenfold.jobs.sweep.Sweep;

class ScoringTest {

  private static final SparkSession SPARK = Local.spark();

  @TempDir private Path dir;

  /** A model of data with a delimiter and a word for missing of their own. */
  @BeforeEach
  void train() throws IOException {
    StringBuilder text = new StringBuilder("x;y\n");
    for (int i = 0; i < 40; i++) {
      text.append("%s;%s%n".formatted(i == 7 ? "none" : i, 3.0 * i + Math.sin(i)));
    }
    Files.writeString(dir.resolve("data.csv"), text);
    Experiment experiment =
        Experiment.parse(
            """
            data {
              path = "%s/data.csv", target = y
              options { delimiter = ";", null = ["", "none"], password = "hush" }
            }
            split { folds = 5 }
            models { ridge { degree = 1, lambda = 0.1 } }
            """
                .formatted(dir),
            "test.conf",
            List.of());
    Sweep.of(experiment).into(at("run")).run(SPARK);
  }

  @Test
  void dataAreReadAsTheModelsWere() throws IOException {
    assertThat(scoring("data.csv", "out.csv", Existing.REFUSE).run(SPARK)).isEqualTo(40);

    assertThat(SPARK.read().option("header", "true").csv(at("out.csv")).columns())
        .containsExactly("x", "y", "prediction");
    assertThat(Files.readString(dir.resolve("run/model/manifest.json")))
        .contains("none")
        .doesNotContain("hush");
  }

  @Test
  void predictionsAreReplacedOnlyWhenAskedAndOnlyIfTheyAreSpark() throws IOException {
    scoring("data.csv", "out", Existing.REFUSE).run(SPARK);

    assertThatThrownBy(() -> scoring("data.csv", "out", Existing.REFUSE).run(SPARK))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is there already");
    assertThat(scoring("data.csv", "out", Existing.REPLACE).run(SPARK)).isEqualTo(40);

    Files.createDirectories(dir.resolve("thesis"));
    Files.writeString(dir.resolve("thesis/text"), "years of work");
    assertThatThrownBy(() -> scoring("data.csv", "thesis", Existing.REPLACE).run(SPARK))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is no output of Spark");
    assertThat(dir.resolve("thesis/text")).hasContent("years of work");
  }

  @Test
  void whatIsReadIsNeverWrittenOver() throws IOException {
    for (String out : new String[] {"data.csv", "", "run", "run/model", "run/model/new"}) {
      assertThatThrownBy(() -> scoring("data.csv", out, Existing.REPLACE).run(SPARK))
          .as(out)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("lie in one another");
    }
    assertThat(dir.resolve("data.csv")).exists();
    assertThat(dir.resolve("run/model/manifest.json")).exists();
  }

  private Scoring scoring(String in, String out, Existing existing) {
    return new Scoring(at("run"), at(in), at(out), existing);
  }

  private String at(String name) {
    return dir.resolve(name).toString();
  }
}
