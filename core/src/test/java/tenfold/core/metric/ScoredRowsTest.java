package tenfold.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScoredRowsTest {

  /**
   * By hand: 3 of 4 pairs are in order; precision is 1 at recall 0.5 and 2/3 at recall 1. The same
   * rows as in the documentation of scikit-learn's roc_auc_score and average_precision_score, which
   * give 0.75 and 0.83.
   */
  @Test
  void fourRowsByHand() {
    Map<String, Double> metrics =
        binary(new int[] {0, 0, 1, 1}, new double[] {0.1, 0.4, 0.35, 0.8});

    assertThat(metrics.get("roc_auc")).isEqualTo(0.75);
    assertThat(metrics.get("pr_auc")).isCloseTo(0.5 * 1 + 0.5 * 2 / 3, offset(1e-15));
  }

  /** By hand: of four pairs one is won and two tie; precision is 1/2 at recall 1/2, then 2/4. */
  @Test
  void aTieIsHalfAPairAndOneStep() {
    Map<String, Double> metrics = binary(new int[] {0, 1, 1, 0}, new double[] {0.5, 0.5, 0.2, 0.2});

    assertThat(metrics.get("roc_auc")).isEqualTo(0.5);
    assertThat(metrics.get("pr_auc")).isEqualTo(0.5);
    metrics = binary(new int[] {1, 0, 0}, new double[] {0.3, 0.3, 0.3});
    assertThat(metrics.get("roc_auc")).isEqualTo(0.5);
    assertThat(metrics.get("pr_auc")).isEqualTo(1 / 3.0);
  }

  @Test
  void anAreaWithoutRowsOfTheClassIsAbsent() {
    assertThat(binary(new int[] {0, 0}, new double[] {0.3, 0.6}))
        .doesNotContainKeys("roc_auc", "pr_auc");
    assertThat(binary(new int[] {1, 1}, new double[] {0.3, 0.6}))
        .doesNotContainKey("roc_auc")
        .containsEntry("pr_auc", 1.0);
  }

  /** By hand: classes 0 and 1 are told apart, class 2 does not occur and counts for nothing. */
  @Test
  void severalClassesAreMeansOverThoseThatOccur() {
    ScoredRows rows = new ScoredRows(3);
    rows.add(0, new double[] {0.6, 0.3, 0.1}, 0, 1);
    rows.add(1, new double[] {0.1, 0.2, 0.7}, 0, 1);

    Map<String, Double> metrics = rows.score().metrics();

    assertThat(metrics.get("roc_auc")).isEqualTo((1 + 0) / 2.0);
    assertThat(metrics.get("pr_auc")).isEqualTo((1 + 0.5) / 2);
  }

  @Test
  void aboveTheMostThatAreKeptThereAreNoAreas() {
    IntFunction<ScoredRows> rows =
        n -> {
          ScoredRows out = new ScoredRows(2, 3);
          IntStream.range(0, n).forEach(i -> out.add(i % 2, new double[] {0.5, 0.5}, 0, 1));
          return out;
        };
    ScoredRows three = rows.apply(2);
    three.merge(rows.apply(1));
    ScoredRows four = rows.apply(2);
    four.merge(rows.apply(2));
    ScoredRows none = rows.apply(0);
    none.merge(rows.apply(4));

    assertThat(rows.apply(3).score().metrics()).containsKeys("roc_auc", "pr_auc");
    assertThat(three.score().metrics()).containsKeys("roc_auc", "pr_auc");
    for (ScoredRows many : List.of(rows.apply(4), four, none)) {
      assertThat(many.score().metrics()).doesNotContainKeys("roc_auc", "pr_auc");
      assertThat(many.score().rows()).isEqualTo(4);
      assertThat(many.score().metrics()).containsEntry("log_loss", Math.log(2));
    }
  }

  @Property
  void metricsAreThoseOfTheirDefinitions(
      @ForAll @IntRange(min = 2, max = 4) int classes,
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll long seed) {
    List<Guessed> rows = Guessed.rows(new Random(seed), classes, n);

    Map<String, Double> metrics = scored(classes, rows).score().metrics();

    Map<String, Double> slow = Guessed.metrics(rows, classes);
    for (String metric : List.of("log_loss", "roc_auc", "pr_auc")) {
      assertThat(metrics.containsKey(metric)).as(metric).isEqualTo(slow.containsKey(metric));
    }
    slow.forEach((m, v) -> assertThat(metrics.get(m)).as(m).isCloseTo(v, offset(1e-12)));
  }

  @Property
  void orderCutsAndWeightsThatAreRowsAgainChangeNothing(
      @ForAll @IntRange(min = 2, max = 4) int classes,
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Guessed> rows = Guessed.rows(random, classes, n);
    List<Guessed> single = new ArrayList<>();
    for (Guessed row : rows) {
      single.addAll(
          Collections.nCopies(
              (int) row.weight(), new Guessed(row.truth(), row.probabilities(), 1)));
    }
    Collections.shuffle(single, random);
    int cut = random.nextInt(single.size() + 1);
    ScoredRows merged = scored(classes, single.subList(0, cut));
    merged.merge(scored(classes, single.subList(cut, single.size())));

    Map<String, Double> metrics = merged.score().metrics();

    Map<String, Double> weighted = scored(classes, rows).score().metrics();
    assertThat(metrics.keySet()).isEqualTo(weighted.keySet());
    metrics.forEach((m, v) -> assertThat(v).as(m).isCloseTo(weighted.get(m), offset(1e-12)));
  }

  private static Map<String, Double> binary(int[] truth, double[] positive) {
    ScoredRows rows = new ScoredRows(2);
    for (int i = 0; i < truth.length; i++) {
      rows.add(truth[i], new double[] {1 - positive[i], positive[i]}, 0, 1);
    }
    return rows.score().metrics();
  }

  private static ScoredRows scored(int classes, List<Guessed> rows) {
    ScoredRows out = new ScoredRows(classes);
    rows.forEach(row -> out.add(row.truth(), row.array(), 0, row.weight()));
    return out;
  }
}
