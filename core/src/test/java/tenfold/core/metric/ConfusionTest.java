package tenfold.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ConfusionTest {

  /** By hand: 15 / (15 + 5), 15 / (15 + 10), and 30 / (30 + 15). */
  @Test
  void precisionRecallAndF1AreThoseOfThePositiveClass() {
    Confusion confusion = binary(15, 5, 10, 70);

    assertThat(confusion.metrics())
        .isEqualTo(Map.of("accuracy", 0.85, "precision", 0.75, "recall", 0.6, "f1", 30.0 / 45));
    assertThat(confusion.j()).isEqualTo(0.15);
    assertThat(confusion.rows()).isEqualTo(100);
  }

  /** The worked figures of a first course, for precision and recall as given. */
  @Test
  void f1IsNearTheSmallerOfPrecisionAndRecall() {
    assertF1(binary(2, 2, 3, 0), 0.5, 0.4, 0.444);
    assertF1(binary(7, 3, 63, 0), 0.7, 0.1, 0.175);
    assertF1(binary(1, 49, 0, 0), 0.02, 1.0, 0.0392);
  }

  private static void assertF1(Confusion confusion, double precision, double recall, double f1) {
    Map<String, Double> metrics = confusion.metrics();
    assertThat(metrics.get("precision")).isEqualTo(precision);
    assertThat(metrics.get("recall")).isEqualTo(recall);
    assertThat(metrics.get("f1")).isCloseTo(f1, offset(0.0005));
  }

  @Test
  void aRatioWithoutADenominatorIsAbsent() {
    assertThat(binary(0, 0, 3, 5).metrics())
        .as("nothing is predicted positive")
        .isEqualTo(Map.of("accuracy", 0.625, "recall", 0.0, "f1", 0.0));
    assertThat(binary(0, 2, 0, 6).metrics())
        .as("nothing is positive")
        .isEqualTo(Map.of("accuracy", 0.75, "precision", 0.0, "f1", 0.0));
    assertThat(binary(0, 0, 0, 6).metrics()).isEqualTo(Map.of("accuracy", 1.0));
  }

  /** By hand, class by class; the third is never predicted. */
  @Test
  void severalClassesAreMacroAverages() {
    Confusion confusion = new Confusion(5); // a fifth class that does not occur counts for nothing
    int[] truth = {0, 0, 0, 1, 1, 2, 2, 3};
    int[] predicted = {0, 0, 1, 1, 1, 1, 0, 3};
    for (int i = 0; i < truth.length; i++) {
      confusion.add(truth[i], predicted[i], 1);
    }

    Map<String, Double> metrics = confusion.metrics();

    assertThat(metrics.get("accuracy")).isEqualTo(5 / 8.0);
    assertThat(metrics.get("precision")).isCloseTo((2 / 3.0 + 0.5 + 0 + 1) / 4, offset(1e-15));
    assertThat(metrics.get("recall")).isCloseTo((2 / 3.0 + 1 + 0 + 1) / 4, offset(1e-15));
    assertThat(metrics.get("f1")).isCloseTo((2 / 3.0 + 2 / 3.0 + 0 + 1) / 4, offset(1e-15));
  }

  @Test
  void aClassThatTheModelDoesNotKnowIsAlwaysMissed() {
    Confusion confusion = binary(3, 0, 0, 3);
    confusion.add(2, 1, 2);

    assertThat(confusion.j()).isEqualTo(0.25);
    assertThat(confusion.metrics().get("precision")).isEqualTo(0.6);
    assertThat(confusion.metrics().get("recall")).isEqualTo(1.0);
  }

  /** By hand: rows cost 1, 0, 0, 0; their variance (n-1) is 1/4, over 4 rows 1/16. */
  @Test
  void standardErrorIsThatOfTheRowsCosts() {
    assertThat(binary(1, 1, 0, 2).standardError().orElseThrow()).isEqualTo(0.25);
    assertThat(binary(0, 0, 0, 1).standardError()).isEmpty();
  }

  @Property
  void relabellingClassesPermutesTheMatrixAndChangesNoScore(
      @ForAll @IntRange(min = 3, max = 6) int classes,
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 35) Integer> cells,
      @ForAll long seed) {
    List<Integer> name = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      name.add(c);
    }
    Collections.shuffle(name, new Random(seed));
    Confusion plain = new Confusion(classes);
    Confusion renamed = new Confusion(classes);
    for (int cell : cells) {
      int truth = cell / 6 % classes;
      int predicted = cell % 6 % classes;
      plain.add(truth, predicted, 1 + cell % 3);
      renamed.add(name.get(truth), name.get(predicted), 1 + cell % 3);
    }

    for (int t = 0; t < classes; t++) {
      for (int p = 0; p < classes; p++) {
        assertThat(renamed.weight(name.get(t), name.get(p))).isEqualTo(plain.weight(t, p));
      }
    }
    assertThat(renamed.j()).isEqualTo(plain.j());
    plain
        .metrics()
        .forEach((m, v) -> assertThat(renamed.metrics().get(m)).isCloseTo(v, offset(1e-14)));
  }

  @Property
  void anyCutMergesToTheSameAndWeightTwoIsTheRowTwice(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 8) Integer> cells,
      @ForAll @IntRange(min = 0, max = 40) int cut) {
    Confusion all = new Confusion(3);
    Confusion left = new Confusion(3);
    Confusion right = new Confusion(3);
    Confusion twice = new Confusion(3);
    Confusion heavy = new Confusion(3);
    for (int i = 0; i < cells.size(); i++) {
      int truth = cells.get(i) / 3;
      int predicted = cells.get(i) % 3;
      all.add(truth, predicted, 1);
      (i < cut ? left : right).add(truth, predicted, 1);
      twice.add(truth, predicted, 1);
      twice.add(truth, predicted, 1);
      heavy.add(truth, predicted, 2);
    }
    left.merge(right);

    assertThat(left.rows()).isEqualTo(all.rows());
    assertThat(left.j()).isEqualTo(all.j());
    assertThat(left.metrics()).isEqualTo(all.metrics());
    assertThat(left.standardError()).isEqualTo(all.standardError());
    assertThat(heavy.j()).isEqualTo(twice.j());
    assertThat(heavy.metrics()).isEqualTo(twice.metrics());
  }

  /** Two classes, the second the positive one. */
  private static Confusion binary(int tp, int fp, int fn, int tn) {
    Confusion confusion = new Confusion(2);
    int[][] count = {{tn, fp}, {fn, tp}};
    for (int t = 0; t < 2; t++) {
      for (int p = 0; p < 2; p++) {
        for (int i = 0; i < count[t][p]; i++) {
          confusion.add(t, p, 1);
        }
      }
    }
    return confusion;
  }
}
