package tenfold.core.learn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Costs of sums, far beyond where probabilities are 0 and 1. */
class OutputTest {

  private static double cost(Output output, double y, double... z) {
    double[] truth = new double[z.length];
    if (output == Output.SOFTMAX) {
      truth[(int) y] = 1;
    } else {
      truth[0] = y;
    }
    return output.cost(z, truth);
  }

  /** ln(1 + e^-40) is e^-40 to all its digits. */
  @Test
  void costsKeepTheirDigitsWhereProbabilitiesRoundOff() {
    assertThat(cost(Output.SIGMOID, 1, 40)).isCloseTo(4.248354255291589e-18, within(1e-30));
    assertThat(cost(Output.SIGMOID, 1, -10_000)).isEqualTo(10_000);
    assertThat(cost(Output.SIGMOID, 0, 10_000)).isEqualTo(10_000);
    assertThat(cost(Output.SIGMOID, 1, 10_000)).isZero();
    assertThat(cost(Output.SOFTMAX, 0, -10_000, 10_000, 0)).isEqualTo(20_000);
    assertThat(cost(Output.SOFTMAX, 1, -10_000, 10_000, 0)).isZero();
  }

  /** The sum of what each label costs alone: 10,000, 0 and ln 2. */
  @Test
  void labelsCostTheirSumHoweverFarOut() {
    double[] z = {-10_000, 10_000, 0};
    double[] y = {1, 1, 0};

    assertThat(Output.SIGMOID.cost(z, y)).isCloseTo(10_000 + Math.log(2), within(1e-11));
    assertThat(Output.SIGMOID.answer(z)).containsExactly(0, 1, 0.5);
    assertThat(Output.SIGMOID.slope(z, y)).containsExactly(-1, 0, 0.5);
  }

  @Test
  void aSaturatedRowStillLearns() {
    assertThat(Output.SIGMOID.slope(new double[] {-10_000}, new double[] {1})).containsExactly(-1);
    assertThat(Output.SIGMOID.slope(new double[] {10_000}, new double[] {0})).containsExactly(1);
    assertThat(Output.SOFTMAX.slope(new double[] {-10_000, 10_000}, new double[] {1, 0}))
        .containsExactly(-1, 1);
  }

  /** Two sums of a softmax are one of a sigmoid: their difference. */
  @Property
  void softmaxOfTwoIsSigmoidOfTheDifference(
      @ForAll @DoubleRange(min = -1e4, max = 1e4) double a,
      @ForAll @DoubleRange(min = -1e4, max = 1e4) double b) {
    double soft = cost(Output.SOFTMAX, 1, a, b);
    double sigmoid = cost(Output.SIGMOID, 1, b - a);

    assertThat(soft).isFinite().isCloseTo(sigmoid, within(1e-11 * Math.max(1e-3, sigmoid)));
    assertThat(Output.SOFTMAX.answer(new double[] {a, b})[1])
        .isCloseTo(Output.SIGMOID.answer(new double[] {b - a})[0], within(1e-12));
  }

  /** Central differences of the cost. */
  @Property
  void slopesAreDerivatives(@ForAll Output output, @ForAll long seed) {
    Random random = new Random(seed);
    double number = random.nextDouble() + 0.01;
    double[] z = random.doubles(output.width(6), -20, 20).toArray();
    if (output == Output.RELU && Math.abs(z[0]) < 1e-3) {
      return; // its kink
    }
    double[] y = new double[z.length];
    y[0] = output.classifies() ? 1 : number;
    double[] slope = output.slope(z, y);

    for (int c = 0; c < z.length; c++) {
      double own = z[c];
      z[c] = own + 1e-5;
      double up = output.cost(z, y);
      z[c] = own - 1e-5;
      double difference = (up - output.cost(z, y)) / 2e-5;
      z[c] = own;
      assertThat(slope[c]).isCloseTo(difference, within(1e-6));
    }
  }

  @Test
  void reluIsNeverNegative() {
    assertThat(Output.RELU.answer(new double[] {-3})).containsExactly(0);
    assertThat(cost(Output.RELU, 2, -3)).isEqualTo(2);
    assertThat(Output.RELU.slope(new double[] {-3}, new double[] {2})).containsExactly(0);
  }
}
