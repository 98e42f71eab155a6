package tenfold.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LabelScoreTest {

  /** A row: the classes of two labels, and the probabilities of their positive ones. */
  private record Line(double weight, int first, double p, int second, double q) {

    int[] truth() {
      return new int[] {first, second};
    }

    double[] probabilities() {
      return new double[] {1 - p, p, 1 - q, q};
    }

    Line twice() {
      return new Line(2 * weight, first, p, second, q);
    }
  }

  private static LabelScore score(List<Line> lines) {
    LabelScore score = new LabelScore(2);
    lines.forEach(l -> score.add(l.truth(), 0, l.probabilities(), 0, l.weight()));
    return score;
  }

  private static List<Line> random(int n, long seed) {
    Random random = new Random(seed);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      lines.add(
          new Line(
              1 + random.nextInt(3),
              random.nextInt(3),
              random.nextDouble(),
              random.nextInt(2),
              random.nextInt(5) / 4.0));
    }
    return lines;
  }

  /**
   * By hand: of 3 rows × 2 labels the second row's first label is wrong, and the third's second (a
   * half is no positive). Rows cost 0, 1/2, 1/2: their variance (n-1) is 1/12, over 3 rows 1/36.
   */
  @Test
  void jIsTheShareOfLabelsMisclassified() {
    LabelScore score =
        score(
            List.of(
                new Line(1, 1, 0.8, 0, 0.1),
                new Line(1, 0, 0.6, 1, 0.9),
                new Line(1, 0, 0.2, 1, 0.5)));

    assertThat(score.rows()).isEqualTo(3);
    assertThat(score.j()).isCloseTo(1 / 3.0, offset(1e-15));
    assertThat(score.standardError().orElseThrow()).isCloseTo(1 / 6.0, offset(1e-15));
    assertThat(score.metrics().get("accuracy")).isCloseTo(2 / 3.0, offset(1e-15));
    assertThat(score.metrics().get("log_loss"))
        .isCloseTo(-Math.log(0.8 * 0.9 * 0.4 * 0.9 * 0.8 * 0.5) / 6, offset(1e-15));
    assertThat(score.byClass())
        .containsExactly(
            Map.of("j", 1 / 3.0, "precision", 0.5, "recall", 1.0, "f1", 2 / 3.0),
            Map.of("j", 1 / 3.0, "precision", 1.0, "recall", 0.5, "f1", 2 / 3.0));
    assertThat(score(List.of(new Line(1, 1, 0.8, 0, 0.1))).standardError()).isEmpty();
  }

  /** Each label alone is two classes; a third class, which no model knows, is always missed. */
  @Property
  void itIsTheMeanOverLabelsOfTheScoresOfEach(
      @ForAll @IntRange(min = 1, max = 30) int n, @ForAll long seed) {
    List<Line> lines = random(n, seed);
    ClassScore[] each = {new ClassScore(2), new ClassScore(2)};
    for (Line line : lines) {
      for (int l = 0; l < 2; l++) {
        each[l].add(line.truth()[l], line.probabilities(), 2 * l, line.weight());
      }
    }

    LabelScore score = score(lines);

    assertThat(score.j()).isCloseTo((each[0].j() + each[1].j()) / 2, offset(1e-12));
    assertThat(score.metrics().get("log_loss"))
        .isCloseTo(
            (each[0].metrics().get("log_loss") + each[1].metrics().get("log_loss")) / 2,
            offset(1e-12));
    for (int l = 0; l < 2; l++) {
      assertThat(score.byClass().get(l))
          .containsEntry("j", each[l].j())
          .containsAllEntriesOf(each[l].byClass().get(1));
    }
  }

  @Property
  void anyCutMergesToTheSameAndWeightTwoIsTheRowTwice(
      @ForAll @IntRange(min = 2, max = 30) int n,
      @ForAll @IntRange(max = 30) int cut,
      @ForAll long seed) {
    List<Line> lines = random(n, seed);
    int at = Math.min(cut, n);
    Score merged = score(lines.subList(0, at)).with(score(lines.subList(at, n)));
    LabelScore all = score(lines);

    assertThat(merged.rows()).isEqualTo(n);
    assertThat(merged.j()).isCloseTo(all.j(), offset(1e-12));
    assertThat(merged.byClass()).isEqualTo(all.byClass());
    assertThat(merged.metrics().get("log_loss"))
        .isCloseTo(all.metrics().get("log_loss"), offset(1e-12));
    assertThat(merged.standardError().orElseThrow())
        .isCloseTo(all.standardError().orElseThrow(), offset(1e-9));

    List<Line> twice = new ArrayList<>(lines);
    twice.addAll(lines);
    List<Line> heavy = lines.stream().map(Line::twice).toList();
    assertThat(score(heavy).j()).isCloseTo(score(twice).j(), offset(1e-12));
    assertThat(score(heavy).byClass()).isEqualTo(score(twice).byClass());
  }
}
