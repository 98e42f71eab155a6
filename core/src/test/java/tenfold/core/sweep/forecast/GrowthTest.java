package tenfold.core.sweep.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class GrowthTest {

  @Property
  void aLineGoesThroughBothSizesAndOn(
      @ForAll @LongRange(min = 10, max = 100_000) long rows,
      @ForAll @DoubleRange(min = 0, max = 1) double start,
      @ForAll @DoubleRange(min = 0.01, max = 1) double each) {
    Growth growth = new Growth(rows, start + each * rows, 4 * rows, start + each * 4 * rows);

    if (growth.large() > 1.5 * growth.small()) {
      assertThat(growth.line(100 * rows)).isCloseTo(start + each * 100 * rows, near(growth));
    }
    assertThat(growth.line(4 * rows)).isCloseTo(growth.large(), near(growth));
  }

  @Test
  void whatHardlyGrowsDoesNotHangOnRows() {
    assertThat(new Growth(1000, 1, 4000, 1.4).line(1_000_000)).isEqualTo(1.4);
  }

  @Test
  void workWithAStartGrowsByTheRow() {
    Growth growth = new Growth(1000, 2 + 1, 4000, 2 + 4); // two seconds, and one for 1,000 rows

    assertThat(growth.power(1_000_000)).isCloseTo(1002, within(1e-6));
  }

  @Test
  void workThatIsSteeperThanALineKeepsItsPower() {
    Growth growth = new Growth(1000, 1, 4000, Math.pow(4, 1.05));

    assertThat(growth.power(64_000)).isCloseTo(Math.pow(64, 1.05), within(1e-9));
  }

  @Test
  void noiseIsNoPower() {
    Growth growth = new Growth(1000, 1, 4000, 16);

    assertThat(growth.power(8000)).isCloseTo(16 * Math.pow(2, 1.1), within(1e-9));
  }

  @Test
  void workNeverFalls() {
    assertThat(new Growth(1000, 2, 4000, 1).power(1_000_000)).isEqualTo(1);
    assertThat(new Growth(1000, 2, 4000, 0).power(1_000_000)).isZero();
  }

  @Test
  void ofOneSizeOnlyWorkGrowsByTheRow() {
    Growth growth = new Growth(1000, 3, 1000, 3);

    assertThat(growth.power(2000)).isEqualTo(6);
    assertThat(growth.line(2000)).isEqualTo(3);
  }

  private static org.assertj.core.data.Offset<Double> near(Growth growth) {
    return within(1e-6 * growth.large());
  }
}
