package tenfold.core.learn.boost;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AnswersTest {

  @Test
  void atTheGreatestEvenSumTheSecondClassIsNotTheMoreProbable() {
    assertThat(Answers.second(Answers.EVEN)).isEqualTo(0.5f);
    assertThat(Answers.second(Math.nextUp(Answers.EVEN))).isGreaterThan(0.5f);
  }

  @Property
  void theSecondClassIsSaidWhereItIsTheMoreProbable(
      @ForAll @FloatRange(min = -1e4f, max = 1e4f) float sum,
      @ForAll @IntRange(min = -100, max = 100) int steps) {
    for (float its :
        new float[] {sum, Answers.EVEN + steps * Math.ulp(Answers.EVEN), -sum * 1e-12f}) {
      assertThat(Answers.isSecond(its)).as("%s", its).isEqualTo(Answers.second(its) > 0.5f ? 1 : 0);
    }
  }
}
