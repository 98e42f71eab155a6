package tenfold.jobs.spark;

import java.time.Duration;
import org.apache.spark.SparkConf;
import tenfold.core.sweep.Attempts;

/**
 * How often and how long a unit is tried: {@value #TRIES}, or else twice, and {@value #LIMIT}, a
 * time as Spark writes it, or else without an end.
 */
final class UnitLimits {

  static final String TRIES = "spark.tenfold.unit.tries";
  static final String LIMIT = "spark.tenfold.unit.limit";

  private UnitLimits() {}

  /**
   * Returns what {@code conf} sets.
   *
   * @throws UsageException if a setting is no number, or no time
   */
  static Attempts of(SparkConf conf) {
    return new Attempts(tries(conf), limit(conf));
  }

  private static int tries(SparkConf conf) {
    String tries = conf.get(TRIES, Integer.toString(Attempts.USUAL.tries()));
    if (!tries.matches("[1-9]\\d{0,3}")) {
      throw new UsageException("%s is '%s'; write a whole number from 1".formatted(TRIES, tries));
    }
    return Integer.parseInt(tries);
  }

  private static Duration limit(SparkConf conf) {
    try {
      return Duration.ofMillis(conf.getTimeAsMs(LIMIT, "0"));
    } catch (NumberFormatException e) {
      throw new UsageException(
          "%s is '%s'; write a time such as 90s, 20min or 6h".formatted(LIMIT, conf.get(LIMIT)));
    }
  }
}
