package tenfold.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntropyTest {

  /** Powers of two, whose logarithms are whole. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 2", "8, 24", "0.5, -0.5", "0.25, -0.5", "1048576, 20971520"})
  void timesItsLogarithm(double x, double expected) {
    assertThat(Entropy.xlogx(x)).isCloseTo(expected, within(1e-15 * Math.max(1, expected)));
  }

  @Test
  void whatRoundingTookBelowZeroIsZero() {
    assertThat(Entropy.xlogx(-1e-17)).isZero();
    assertThat(Entropy.xlogx(-0.0)).isZero();
    assertThat(Entropy.xlogx(Double.MIN_VALUE)).isCloseTo(0, within(1e-300));
  }

  @Property
  void theTableHasTheLogarithmsOfWholeNumbers(@ForAll @IntRange(max = 65_535) int x) {
    assertThat(Entropy.tabled(x)).isTrue();
    assertThat(Entropy.whole(x)).isEqualTo(Entropy.xlogx(x));
    assertThat(Entropy.whole(x))
        .isCloseTo(x == 0 ? 0 : x * Math.log(x) / Math.log(2), within(1e-15 * 16 * (1 + x)));
  }

  @Test
  void theTableEndsAndTheFunctionGoesOn() {
    assertThat(Entropy.tabled(65_535)).isTrue();
    assertThat(Entropy.tabled(65_536)).isFalse();
    assertThat(Entropy.xlogx(65_536)).isCloseTo(65_536 * 16.0, within(1e-9));
    assertThat(Entropy.xlogx(3e9)).isCloseTo(3e9 * Math.log(3e9) / Math.log(2), within(1e-4));
  }

  /** Entropy of parts: {@code (a + b) log (a + b)} is never less than the sum of both. */
  @Property
  void aSumHasMoreThanItsParts(
      @ForAll @DoubleRange(min = 0, max = 1e5) double a,
      @ForAll @DoubleRange(min = 0, max = 1e5) double b) {
    assertThat(Entropy.xlogx(a + b))
        .isGreaterThanOrEqualTo(Entropy.xlogx(a) + Entropy.xlogx(b) - 1e-9);
  }
}
