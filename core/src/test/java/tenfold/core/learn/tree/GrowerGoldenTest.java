package tenfold.core.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ten animals, a course's worked example of decision trees (data/cats.csv, data/cat-weights.csv),
 * with the figures that it prints, to as many digits as it prints them.
 */
class GrowerGoldenTest {

  /** Pointy 0, floppy 1. */
  private static final double[] EAR = {0, 1, 1, 0, 0, 0, 1, 0, 1, 1};

  /** Round 0, not round 1. */
  private static final double[] FACE = {0, 1, 0, 1, 0, 0, 1, 0, 0, 0};

  /** Present 0, absent 1. */
  private static final double[] WHISKERS = {0, 0, 1, 0, 0, 1, 1, 1, 1, 1};

  private static final double[] CAT = {1, 1, 0, 0, 1, 1, 0, 1, 0, 0};

  private static final double[] WEIGHT = {7.2, 8.8, 15, 9.2, 8.4, 7.6, 11, 10.2, 18, 20};

  private static final double[][] X = {EAR, FACE, WHISKERS};

  private static Sample animals(int classes, double[] y) {
    String[] name = {"ear_shape", "face_shape", "whiskers"};
    return new Sample(name, new int[] {2, 2, 2}, X, classes, y, null);
  }

  private static Tree stump(Sample sample, Impurity impurity) {
    return sample.grow(impurity, new Limits(1, 0, 1));
  }

  /** The root's entropy is 1 bit: a split that parts the classes gains all of it. */
  @Test
  void theEntropyOfFiveCatsAndFiveDogsIsOne() {
    Tree tree = stump(Sample.numbers(2, CAT, CAT), Impurity.ENTROPY);

    assertThat(tree.gain(0)).isCloseTo(1, within(1e-15));
    assertThat(tree.value(0, 0)).isEqualTo(5);
    assertThat(tree.value(0, 1)).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.2781", "1, 0.0349", "2, 0.1245"})
  void gainsOfInformation(int column, double gain) {
    Tree tree = stump(animals(2, CAT).columns(column), Impurity.ENTROPY);

    assertThat(tree.gain(0)).isCloseTo(gain, within(5e-5));
  }

  @Test
  void theRootIsSplitByTheShapeOfTheEars() {
    Tree tree = stump(animals(2, CAT), Impurity.ENTROPY);

    assertThat(tree.column(0)).isZero();
    assertThat(tree.rows(1)).isEqualTo(5);
    assertThat(tree.value(1, 1)).as("cats of floppy ears").isEqualTo(1);
    assertThat(tree.value(2, 1)).as("cats of pointy ears").isEqualTo(4);
  }

  /** At most 9: 4 cats of 4, and 1 of 6. At most 10.6: 5 cats of 6, and none of 4. */
  @Test
  void ofTwoWeightsThatGainTheSameTheLowerIsTaken() {
    Tree tree = stump(Sample.numbers(2, CAT, WEIGHT), Impurity.ENTROPY);
    double[] heavy = Arrays.stream(WEIGHT).map(w -> w <= 10.6 ? 0 : 1).toArray();
    Tree other = stump(Sample.numbers(2, CAT, heavy), Impurity.ENTROPY);

    assertThat(tree.threshold(0)).isEqualTo(9);
    assertThat(tree.gain(0)).isCloseTo(0.61, within(5e-3));
    assertThat(other.gain(0)).isCloseTo(tree.gain(0), within(1e-12));
    assertThat(tree.rows(1)).isEqualTo(4);
    assertThat(tree.value(1, 1)).as("cats of at most 9").isEqualTo(4);
  }

  /** Trees take the population's variance; the course prints figures of the sample's (n - 1). */
  @ParameterizedTest
  @CsvSource({"0, 9.1204, 8.84", "1, 1.5040, 0.64", "2, 6.5731, 6.22"})
  void reductionsOfTheVariance(int column, double population, double sample) {
    Tree tree = stump(animals(0, WEIGHT).columns(column), Impurity.VARIANCE);

    assertThat(tree.gain(0)).isCloseTo(population, within(5e-5));
    assertThat(sampleReduction(X[column])).isCloseTo(sample, within(5e-3));
  }

  @Test
  void leavesHaveTheMeanWeight() {
    Tree tree = stump(animals(0, WEIGHT), Impurity.VARIANCE);

    assertThat(tree.column(0)).isZero();
    assertThat(tree.value(0, 0)).isCloseTo(11.54, within(1e-12));
    assertThat(tree.value(1, 0)).as("floppy").isCloseTo(72.8 / 5, within(1e-12));
    assertThat(tree.value(2, 0)).as("pointy").isCloseTo(42.6 / 5, within(1e-12));
  }

  /** What parting the weights by {@code x} takes off their sample variance. */
  private static double sampleReduction(double[] x) {
    double[] zero =
        IntStream.range(0, 10).filter(i -> x[i] == 0).mapToDouble(i -> WEIGHT[i]).toArray();
    double[] one =
        IntStream.range(0, 10).filter(i -> x[i] == 1).mapToDouble(i -> WEIGHT[i]).toArray();
    double children = zero.length * sampleVariance(zero) + one.length * sampleVariance(one);
    return sampleVariance(WEIGHT) - children / WEIGHT.length;
  }

  private static double sampleVariance(double[] y) {
    double mean = Arrays.stream(y).average().orElseThrow();
    return Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum() / (y.length - 1);
  }
}
