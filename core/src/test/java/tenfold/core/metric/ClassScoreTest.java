package tenfold.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClassScoreTest {

  /**
   * By hand: two rows of 1 with p 0.8 and 0.4, one of 0 with p(1) 0.5, which ties go to class 0.
   */
  @Test
  void threeRowsByHand() {
    ClassScore score = new ClassScore(2);
    score.add(1, new double[] {9, 0.2, 0.8}, 1, 1);
    score.add(1, new double[] {0.6, 0.4}, 0, 1);
    score.add(0, new double[] {0.5, 0.5}, 0, 1);

    assertThat(score.rows()).isEqualTo(3);
    assertThat(score.j()).isEqualTo(1 / 3.0);
    assertThat(score.standardError().orElseThrow()).isCloseTo(1 / 3.0, offset(1e-15));
    Map<String, Double> metrics = score.metrics();
    assertThat(metrics)
        .containsOnlyKeys("accuracy", "precision", "recall", "f1", "log_loss")
        .containsEntry("precision", 1.0)
        .containsEntry("recall", 0.5);
    assertThat(metrics.get("log_loss")).isCloseTo(-Math.log(0.8 * 0.4 * 0.5) / 3, offset(1e-15));
  }

  /** sklearn.metrics.log_loss up to 1.2, whose eps is 1e-15: 34.538776394910684 = -ln 1e-15. */
  @Test
  void aModelThatIsSureAndWrongHasAFiniteLoss() {
    ClassScore wrong = new ClassScore(2);
    ClassScore right = new ClassScore(2);
    for (double logit : new double[] {1e4, -1e4}) {
      double p = 1 / (1 + Math.exp(-logit));
      wrong.add(logit > 0 ? 0 : 1, new double[] {1 - p, p}, 0, 1);
      right.add(logit > 0 ? 1 : 0, new double[] {1 - p, p}, 0, 1);
    }

    assertThat(wrong.metrics().get("log_loss")).isCloseTo(34.538776394910684, offset(1e-12));
    assertThat(right.metrics().get("log_loss")).isBetween(9e-16, 1.2e-15);
  }

  @Test
  void aClassThatTheModelDoesNotKnowCostsAsMuchAsAProbabilityOfZero() {
    ClassScore score = new ClassScore(2);
    score.add(2, new double[] {0.3, 0.7}, 0, 2);

    assertThat(score.j()).isEqualTo(1.0);
    assertThat(score.metrics().get("log_loss")).isEqualTo(-Math.log(1e-15));
  }

  @Test
  void areasAreThoseOfTheRowsAndAreLostWithOthers() {
    Curves curves = new Curves(2);
    curves.add(1, 0.8, 1, 0);
    curves.add(1, 0.2, 0, 1);
    ClassScore plain = new ClassScore(2);
    plain.add(1, new double[] {0.2, 0.8}, 0, 1);
    plain.add(0, new double[] {0.8, 0.2}, 0, 1);

    ClassScore curved = plain.withCurves(curves);

    assertThat(curved.metrics()).containsEntry("roc_auc", 1.0).containsEntry("pr_auc", 1.0);
    assertThat(plain.metrics()).doesNotContainKeys("roc_auc", "pr_auc");
    assertThat(curved.with(plain).metrics()).doesNotContainKeys("roc_auc", "pr_auc");
    assertThat(plain.with(curved).metrics()).doesNotContainKeys("roc_auc", "pr_auc");
    assertThat(curved.metrics()).containsKey("roc_auc");
    curved.add(0, new double[] {0.8, 0.2}, 0, 1);
    assertThat(curved.metrics()).doesNotContainKeys("roc_auc", "pr_auc");
  }

  /** Bit for bit: a leaf's rows score as any others. */
  @Property
  void aForecastScoresAsItsProbabilities(
      @ForAll @IntRange(min = 2, max = 4) int classes, @ForAll long seed) {
    Random random = new Random(seed);
    ClassScore one = new ClassScore(classes);
    ClassScore other = new ClassScore(classes);
    for (int i = 0; i < 5; i++) {
      double[] p = Guessed.probabilities(random, classes);
      int truth = random.nextInt(classes + 1);
      one.add(truth, p, 0, 1 + i);
      other.add(truth, new Forecast(p), 1 + i);
    }

    assertThat(other.metrics()).isEqualTo(one.metrics());
    assertThat(other.standardError()).isEqualTo(one.standardError());
  }

  @Property
  void anyCutMergesToTheSameAndWeightTwoIsTheRowTwice(
      @ForAll @IntRange(min = 2, max = 4) int classes,
      @ForAll @IntRange(min = 1, max = 30) int rows,
      @ForAll long seed) {
    Random random = new Random(seed);
    ClassScore all = new ClassScore(classes);
    ClassScore left = new ClassScore(classes);
    ClassScore right = new ClassScore(classes);
    ClassScore twice = new ClassScore(classes);
    ClassScore heavy = new ClassScore(classes);
    int cut = random.nextInt(rows + 1);
    for (int i = 0; i < rows; i++) {
      double[] p = Guessed.probabilities(random, classes);
      int truth = random.nextInt(classes + 1);
      for (ClassScore one : List.of(all, i < cut ? left : right, twice, twice)) {
        one.add(truth, p, 0, 1);
      }
      heavy.add(truth, p, 0, 2);
    }

    assertSame(left.with(right), all);
    assertSame(heavy, twice);
    assertThat(left.with(right).rows()).isEqualTo(rows);
    assertThat(left.with(right).standardError()).isEqualTo(all.standardError());
  }

  private static void assertSame(Score a, Score b) {
    assertThat(a.j()).isEqualTo(b.j());
    assertThat(a.metrics().keySet()).isEqualTo(b.metrics().keySet());
    a.metrics()
        .forEach((m, v) -> assertThat(v).as(m).isCloseTo(b.metrics().get(m), offset(1e-13 * 35)));
  }
}
