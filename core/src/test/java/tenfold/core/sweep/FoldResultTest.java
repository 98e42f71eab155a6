package tenfold.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.core.fold.Sealed;
import tenfold.core.metric.ClassScore;

class FoldResultTest {

  /** It is classified all the same: no comparison with NaN holds, so the first class is taken. */
  @Test
  void aProbabilityThatIsNoNumberFailsTheCandidate() {
    ClassScore score = new ClassScore(2);
    score.add(0, new double[] {0.9, 0.1}, 0, 1);
    assertThat(outcome(score)).isInstanceOf(Outcome.Scored.class);

    score.add(0, new double[] {Double.NaN, Double.NaN}, 0, 1);
    assertThat(score.j()).isZero();
    assertThat(outcome(score))
        .isEqualTo(
            new Outcome.Failed(
                "fold 2: log_loss is NaN; some row is too far from the others to be predicted"));
  }

  private static Outcome outcome(ClassScore score) {
    return FoldResult.outcome(List.of(new FoldResult(0, 2, 0.1, score)), new Sealed(), List.of());
  }
}
