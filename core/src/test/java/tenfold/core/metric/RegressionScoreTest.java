package tenfold.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RegressionScoreTest {

  /** By hand: errors 1, -1, 2; targets 1, 2, 6 with mean 3 and spread 4 + 1 + 9. */
  @Test
  void threeRowsByHand() {
    RegressionScore score = new RegressionScore();
    score.add(1, 2, 1);
    score.add(2, 1, 1);
    score.add(6, 8, 1);

    assertThat(score.j()).isEqualTo(1.0);
    assertThat(score.metrics().get("rmse")).isCloseTo(Math.sqrt(2), offset(1e-15));
    assertThat(score.metrics().get("mae")).isCloseTo(4 / 3.0, offset(1e-15));
    assertThat(score.metrics().get("r2")).isCloseTo(1 - 6 / 14.0, offset(1e-15));
  }

  @Test
  void equalTargetsHaveNoR2() {
    RegressionScore score = new RegressionScore();
    score.add(5, 4, 1);
    score.add(5, 6, 1);

    assertThat(score.metrics()).containsOnlyKeys("rmse", "mae");
  }

  @Property
  void anyCutMergesToTheSameScoreAndWeightTwoIsTheRowTwice(
      @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = -1e3, max = 1e3) Double> targets,
      @ForAll @IntRange(min = 0, max = 40) int cut) {
    RegressionScore all = new RegressionScore();
    RegressionScore left = new RegressionScore();
    RegressionScore right = new RegressionScore();
    RegressionScore twice = new RegressionScore();
    RegressionScore heavy = new RegressionScore();
    for (int i = 0; i < targets.size(); i++) {
      double y = 1e9 + targets.get(i); // r2 must not lose its digits to a large mean
      double predicted = y + Math.sin(i);
      all.add(y, predicted, 1);
      (i < cut ? left : right).add(y, predicted, 1);
      twice.add(y, predicted, 1);
      twice.add(y, predicted, 1);
      heavy.add(y, predicted, 2);
    }
    left.merge(right);

    assertThat(left.rows()).isEqualTo(all.rows());
    assertThat(left.j()).isCloseTo(all.j(), offset(1e-12 * all.j()));
    assertThat(heavy.j()).isCloseTo(twice.j(), offset(1e-12 * twice.j()));
    Double r2 = all.metrics().get("r2");
    if (r2 == null) { // all targets are equal
      assertThat(left.metrics()).doesNotContainKey("r2");
      assertThat(heavy.metrics()).doesNotContainKey("r2");
    } else {
      assertThat(left.metrics().get("r2")).isCloseTo(r2, offset(1e-11 * (1 + Math.abs(r2))));
      assertThat(heavy.metrics().get("r2"))
          .isCloseTo(twice.metrics().get("r2"), offset(1e-11 * (1 + Math.abs(r2))));
    }
  }
}
