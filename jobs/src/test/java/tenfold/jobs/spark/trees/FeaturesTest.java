package tenfold.jobs.spark.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Encoder;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Sealed;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Problem;

class FeaturesTest {

  /** A name without levels, a number, a name of two levels and one for missing, a number. */
  private static final Features FEATURES =
      new Features(
          new Problem(
              new Schema(
                  List.of(
                      new Feature("empty", Kind.NAME),
                      new Feature("a", Kind.NUMBER),
                      new Feature("kind", Kind.NAME),
                      new Feature("b", Kind.NUMBER)),
                  "y",
                  Task.REGRESSION,
                  List.of()),
              List.of(),
              new Encoder(
                  List.of(new Encoder.Scaling("a", 7, 1), new Encoder.Scaling("b", 9, 1)),
                  List.of(
                      new Encoder.Levels("empty", List.of(), false),
                      new Encoder.Levels("kind", List.of("x", "y"), true))),
              new Sealed(),
              0,
              0,
              new Seed(1)),
          Features.Gaps.MEAN);

  @Test
  void featuresStandInTheOrderOfTheSchema() {
    assertThat(FEATURES.count()).isEqualTo(5);
    Map<Integer, Integer> columns = Map.of(0, 1, 1, 2, 2, 2, 3, 2, 4, 3);
    columns.forEach((f, column) -> assertThat(FEATURES.column(f)).isEqualTo(column));
    assertThat(FEATURES.level(1)).isZero();
    assertThat(FEATURES.level(3)).isEqualTo(2);
    assertThat(FEATURES.name(2)).isTrue();
    assertThat(FEATURES.name(3)).isFalse();
  }

  @Test
  void aMissingNumberTakesTheMeanAndAnUnknownLevelIsNone() {
    double[][] columns = {{-1, -1}, {Double.NaN, 3}, {2, -1}, {4, Double.NaN}};

    assertThat(FEATURES.vector(columns, 0).toDense()).isEqualTo(Vectors.dense(7, 0, 0, 1, 4));
    assertThat(FEATURES.vector(columns, 1).toDense()).isEqualTo(Vectors.dense(3, 0, 0, 0, 9));
  }
}
