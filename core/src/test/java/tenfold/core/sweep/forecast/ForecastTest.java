package tenfold.core.sweep.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {

  private static Spent spent(long rows, double adding, double driving) {
    return new Spent(rows, 2, 1, adding, 0, 0, 0, List.of(), 0, driving);
  }

  /** A pass takes 1 s and a millisecond a row, the driver 2 s. */
  @Test
  void whatASampleTookBeyondTheRuleIsWhatAFreshProcessTakes() {
    Forecast forecast = new Forecast(spent(1000, 2, 2), spent(4000, 5, 2));

    assertThat(forecast.beyond(spent(4000, 5, 2))).isZero();
    assertThat(forecast.beyond(spent(1000, 2, 2))).isZero();
    assertThat(forecast.beyond(spent(500, 1.5, 2))).isCloseTo(0, offset(1e-12));
    assertThat(forecast.beyond(spent(500, 4.5, 2.25))).isCloseTo(3.25, offset(1e-12));
    assertThat(forecast.beyond(spent(4000, 1, 1))).as("faster is not slower").isZero();
  }

  @Test
  void threadsOfOneProcessAreThoseOfAnExecutor() {
    assertThat(new Cluster(1, 1, 0, 2, 0).threads()).isEqualTo(2);
    assertThat(new Cluster(1, 1, 2, 2, 0).threads()).isEqualTo(1);
    assertThat(new Cluster(1, 1, 4, 16, 0).threads()).isEqualTo(4);
  }
}
