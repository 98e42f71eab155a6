package tenfold.core.sweep.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.core.sweep.forecast.Spent.Took;

class ForecastTest {

  private static final Transport FAST = new Transport(0.25, 0.125, 1e-6);

  private static Spent spent(long rows, double adding, double driving) {
    return new Spent(
        rows, 2, 1, 1, new Took(adding, adding), 0.5, 8 * rows, List.of(), rows, driving, 0);
  }

  /** A pass takes 1 s and a millisecond a row, the driver 2 s. */
  private static final Forecast FORECAST = new Forecast(spent(1000, 2, 2), spent(4000, 5, 2), 1);

  @Test
  void whatASampleTookBeyondTheRuleIsWhatAFreshProcessTakes() {
    assertThat(FORECAST.beyond(spent(4000, 5, 2))).isEqualTo(Cold.NONE);
    assertThat(FORECAST.beyond(spent(1000, 2, 2))).isEqualTo(Cold.NONE);
    Cold cold = FORECAST.beyond(spent(500, 4.5, 2.25));
    assertThat(cold.tasks()).isCloseTo(3, offset(1e-12));
    assertThat(cold.driving()).isCloseTo(0.25, offset(1e-12));
    assertThat(FORECAST.beyond(spent(4000, 1, 1))).as("faster is not slower").isEqualTo(Cold.NONE);
  }

  /**
   * 8,000 rows: 10 s of adding; from each partition 32,000 bytes, merged in half a second; 2 s of
   * driving.
   */
  @Test
  void aPassAddsOnExecutorsAndIsMergedOnTheDriver() {
    double here = FORECAST.seconds(new Cluster(8000, 4, 0, 2, 2, FAST));

    assertThat(here).isCloseTo(0.25 + 0.125 + 10 / 2.0 + 4 * 0.032 + 4 * 0.5 + 2, offset(1e-9));
    assertThat(FORECAST.seconds(new Cluster(8000, 4, 2, 2, 1, FAST)) - here)
        .as("a table of a byte a row, out of the driver and on")
        .isCloseTo(2 * 0.008, offset(1e-9));
  }

  @Test
  void theDriverTakesLongerWithMoreRowsWhereSamplesShowIt() {
    Cluster on = new Cluster(4_000_000, 1, 0, 1, 2, new Transport(0, 0, 0));
    Spent few = spent(1000, 0, 0.01);
    double merging = new Forecast(few, spent(4000, 0, 0), 1).seconds(on);

    assertThat(new Forecast(few, spent(4000, 0, 0.02), 1).seconds(on))
        .as("a hundredth of a second is noise")
        .isCloseTo(merging + 0.02, offset(1e-9));
    assertThat(new Forecast(few, spent(4000, 0, 0.31), 1).seconds(on))
        .as("a second for ten thousand rows")
        .isCloseTo(merging + 400 - 0.09, offset(1e-9));
  }

  @Test
  void aBusyMachineIsSlowerByItsPace() {
    Forecast slow = new Forecast(FORECAST.small(), FORECAST.large(), 1.5);
    Cluster on = new Cluster(4000, 2, 0, 1, 2, new Transport(0, 0, 0));

    assertThat(slow.tasks(on)).isEqualTo(7.5);
    assertThat(slow.seconds(on)).isCloseTo(1.5 * (5 + 2) + 2 * 0.5, offset(1e-9));
    assertThat(slow.beyond(spent(4000, 5, 3))).as("driving as slowly").isEqualTo(Cold.NONE);
  }

  @Test
  void threadsOfOneProcessAreThoseOfAnExecutor() {
    assertThat(new Cluster(1, 1, 0, 2, 2, FAST).threads()).isEqualTo(2);
    assertThat(new Cluster(1, 1, 2, 2, 1, FAST).threads()).isEqualTo(1);
    assertThat(new Cluster(1, 1, 4, 16, 4, FAST).threads()).isEqualTo(4);
  }

  @Test
  void compilersHoldTasksUpWhereNoProcessorIsToSpare() {
    Cold cold = new Cold(2, 0.5, 6);

    assertThat(cold.seconds(10, new Cluster(1, 1, 1, 1, 2, FAST)))
        .as("beside the one task")
        .isEqualTo(0.5 + 2);
    assertThat(cold.seconds(10, new Cluster(1, 1, 2, 2, 1, FAST)))
        .as("each executor has one processor")
        .isEqualTo(0.5 + 2 + 6);
    assertThat(cold.seconds(10, new Cluster(1, 1, 1, 2, 2, FAST)))
        .as("two tasks share it")
        .isEqualTo(0.5 + (2 + 6) / 2.0);
    assertThat(cold.seconds(1, new Cluster(1, 1, 2, 2, 1, FAST)))
        .as("a short sweep ends before its compilers")
        .isEqualTo(0.5 + 2 * (1 + 2) - 1);
  }
}
