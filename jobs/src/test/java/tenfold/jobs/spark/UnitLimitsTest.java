package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.core.sweep.Attempts;

class UnitLimitsTest {

  @Test
  void settingsAreSparks() {
    assertThat(UnitLimits.of(new SparkConf(false))).isEqualTo(Attempts.USUAL);
    assertThat(
            UnitLimits.of(
                new SparkConf(false).set(UnitLimits.TRIES, "1").set(UnitLimits.LIMIT, "20min")))
        .isEqualTo(new Attempts(1, Duration.ofMinutes(20)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spark.tenfold.unit.tries | 0    | spark.tenfold.unit.tries is '0'; write a whole number from 1",
        "spark.tenfold.unit.limit | soon | spark.tenfold.unit.limit is 'soon'; write a time such as 90s, 20min or 6h"
      })
  void othersAreRefused(String key, String value, String message) {
    assertThatThrownBy(() -> UnitLimits.of(new SparkConf(false).set(key, value)))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }
}
