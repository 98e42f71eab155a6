package tenfold.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tenfold.core.sweep.Choice.Rule;
import tenfold.core.sweep.Outcome.Failed;
import tenfold.core.sweep.Outcome.Scored;

class SelectionTest {

  private static final Comparator<Candidate> BY_DEGREE =
      Comparator.comparingInt(c -> (Integer) c.params().get("degree"));

  @Test
  void theLowestJCvWins() {
    assertThat(winner("j", Rule.BEST, scored(1, 3.0, 1), scored(2, 1.0, 1), scored(3, 2.0, 1)))
        .isEqualTo(2);
  }

  @Test
  void aTieWithinRoundingGoesToTheSimpler() {
    assertThat(winner("j", Rule.BEST, scored(3, 1.0, 1), scored(2, 1.0 + 5e-10, 1))).isEqualTo(2);
    assertThat(winner("j", Rule.BEST, scored(3, 1.0, 1), scored(2, 1.0 + 5e-9, 1))).isEqualTo(3);
  }

  @Test
  void ofEqualCandidatesTheSimplestStandsFirst() {
    Selection selection = new Selection(new Choice("j", Rule.BEST), BY_DEGREE);

    assertThat(selection.ranking(List.of(scored(3, 1, 1), scored(4, 0.5, 1), scored(2, 1, 1))))
        .extracting(result -> result.candidate().params().get("degree"))
        .containsExactly(4, 2, 3);
  }

  @Test
  void oneStandardErrorTakesTheSimplestNearTheBest() {
    Result[] results = {scored(1, 1.6, 9), scored(2, 1.4, 9), scored(3, 1.0, 0.5)};

    assertThat(winner("j", Rule.ONE_STANDARD_ERROR, results)).isEqualTo(2);
    assertThat(winner("j", Rule.BEST, results)).isEqualTo(3);
  }

  @Test
  void aMetricWithLargerIsBetterIsMaximised() {
    assertThat(winner("r2", Rule.BEST, scored(1, 1.0, 1), scored(2, 2.0, 1))).isEqualTo(1);
  }

  @Test
  void aFailedCandidateNeverWins() {
    Result failed = new Result(candidate(1), new Failed("it broke"));

    assertThat(winner("j", Rule.ONE_STANDARD_ERROR, failed, scored(2, 1.0, 9))).isEqualTo(2);
    assertThatThrownBy(() -> winner("j", Rule.BEST, failed))
        .isInstanceOf(NoCandidate.class)
        .hasMessage(
            "none of the 1 candidates has a score by j; the first, ridge(degree=1), failed: it broke");
  }

  /** Its mean over the other folds would be compared with means over all. */
  @Test
  void aCandidateWithoutTheMetricOnSomeFoldHasFailed() {
    Result partly = folds(1, Map.of("precision", 0.9), Map.of());
    Result all = folds(2, Map.of("precision", 0.5), Map.of("precision", 0.7));
    Selection selection = new Selection(new Choice("precision", Rule.BEST), BY_DEGREE);

    List<Result> results = selection.comparable(List.of(partly, all));

    assertThat(results.get(0).outcome())
        .isEqualTo(
            new Failed(
                "it has no precision on fold 1, which is absent where no row is predicted as the"
                    + " positive class; use fewer folds, or select by j"));
    assertThat(results.get(1)).isEqualTo(all);
    assertThat(selection.winner(List.of(partly, all)).candidate()).isEqualTo(all.candidate());
    assertThat(selection.ranking(List.of(partly, all))).containsExactly(all);
    assertThatThrownBy(() -> selection.winner(List.of(partly)))
        .isInstanceOf(NoCandidate.class)
        .hasMessageContaining("has a score by precision; the first, ridge(degree=1), failed: it");
    assertThat(new Selection(new Choice("j", Rule.BEST), BY_DEGREE).comparable(results))
        .isEqualTo(results);
  }

  @Test
  void aSmallerLogLossAndALargerAreaAreTheBetter() {
    Result low = folds(1, Map.of("log_loss", 0.1, "roc_auc", 0.6, "pr_auc", 0.6));
    Result high = folds(2, Map.of("log_loss", 0.2, "roc_auc", 0.7, "pr_auc", 0.7));

    assertThat(winner("log_loss", Rule.BEST, low, high)).isEqualTo(1);
    assertThat(winner("roc_auc", Rule.BEST, low, high)).isEqualTo(2);
    assertThat(winner("pr_auc", Rule.BEST, low, high)).isEqualTo(2);
  }

  /** A candidate that has these metrics on its folds. */
  @SafeVarargs
  private static Result folds(int degree, Map<String, Double>... metrics) {
    List<FoldScore> scores = new ArrayList<>();
    for (int f = 0; f < metrics.length; f++) {
      scores.add(new FoldScore(0, f, 5, 1, 1, metrics[f]));
    }
    return new Result(
        candidate(degree),
        new Scored(1, 1, OptionalDouble.empty(), FoldScore.means(scores), scores, List.of()));
  }

  @Test
  void theStandardErrorOfRepeatsIsNotDividedByThem() {
    double[] once = {1, 2, 3, 4};
    double[] twice = {1, 2, 3, 4, 1, 2, 3, 4};

    double a = StandardError.of(once, 4).orElseThrow();
    double b = StandardError.of(twice, 4).orElseThrow();

    assertThat(a).isEqualTo(Math.sqrt(5.0 / 3 / 4));
    assertThat(b).isEqualTo(Math.sqrt(10.0 / 7 / 4));
    assertThat(StandardError.of(new double[] {1}, 1)).isEmpty();
  }

  private static int winner(String by, Rule rule, Result... results) {
    Selection selection = new Selection(new Choice(by, rule), BY_DEGREE);
    return (Integer) selection.winner(List.of(results)).candidate().params().get("degree");
  }

  /** A candidate whose r2 falls as its J rises. */
  private static Result scored(int degree, double jCv, double error) {
    return new Result(
        candidate(degree),
        new Scored(
            1, jCv, OptionalDouble.of(error), Map.of("r2", 1 - jCv / 10), List.of(), List.of()));
  }

  private static Candidate candidate(int degree) {
    return new Candidate("ridge", Map.of("degree", degree));
  }
}
