package tenfold.jobs.spark.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tenfold.core.conf.EngineSetting;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.TooLarge;

class PlacementTest {

  /** 7 numbers and one name of 5 levels: 8 columns, so 20 bytes a row. */
  private static Shape rows(long rows) {
    return new Shape(rows, 7, 5, 1, 10, 1, 10, false, 0, 0);
  }

  @Test
  void aTableUpToTheLimitIsBroadcast() {
    assertThat(Placement.of(Placement.Held.CODED, rows(1000), EngineSetting.AUTO, 20_000))
        .isEqualTo(
            new Placement(
                Placement.Way.BROADCAST,
                "on the whole table, which every executor holds: the coded table of 1,000 rows takes 20.0 KB, within the 20.0 KB that may be broadcast (spark.tenfold.broadcast.limit)"));
  }

  @Test
  void aLargerOneStaysInPartitions() {
    assertThat(Placement.of(Placement.Held.CODED, rows(1000), EngineSetting.AUTO, 19_999))
        .isEqualTo(
            new Placement(
                Placement.Way.PARTITIONED,
                "in partitions, by MLlib: the coded table of 1,000 rows takes 20.0 KB, above the 20.0 KB that may be broadcast (spark.tenfold.broadcast.limit)"));
  }

  @Test
  void theSettingDecidesAgainstTheLimit() {
    assertThat(Placement.of(Placement.Held.CODED, rows(1000), EngineSetting.BROADCAST, 500))
        .isEqualTo(
            new Placement(
                Placement.Way.BROADCAST,
                "on the whole table, which every executor holds: engine says so; the coded table of 1,000 rows takes 20.0 KB, above the 500 bytes that may be broadcast (spark.tenfold.broadcast.limit)"));
    assertThat(
            Placement.of(Placement.Held.CODED, rows(1000), EngineSetting.PARTITIONED, 500_000)
                .way())
        .isEqualTo(Placement.Way.PARTITIONED);
  }

  @Test
  void moreRowsThanAnArrayNumbersStayInPartitionsWhateverTheLimit() {
    Shape many = rows(3_000_000_000L);

    assertThat(Placement.of(Placement.Held.CODED, many, EngineSetting.AUTO, Long.MAX_VALUE))
        .isEqualTo(
            new Placement(
                Placement.Way.PARTITIONED,
                "in partitions, by MLlib: a table held whole has at most 2,147,483,639 rows and the training part has 3,000,000,000"));
    assertThatThrownBy(
            () -> Placement.of(Placement.Held.CODED, many, EngineSetting.BROADCAST, Long.MAX_VALUE))
        .isInstanceOf(TooLarge.class)
        .hasMessage(
            "engine is broadcast, but a table held whole has at most 2,147,483,639 rows and the training part has 3,000,000,000; use engine = auto or partitioned");
  }

  /** 8 columns of 4 bytes, 8 for the target and 4 for the part: 44 bytes a row. */
  @Test
  void boostersTakeNumbersAsTheyAre() {
    assertThat(Placement.of(Placement.Held.RAW, rows(1000), EngineSetting.AUTO, 44_000).why())
        .isEqualTo(
            "on the whole table, which every executor holds: the raw table of 1,000 rows takes 44.0 KB, within the 44.0 KB that may be broadcast (spark.tenfold.broadcast.limit)");
    assertThat(Placement.of(Placement.Held.RAW, rows(1000), EngineSetting.AUTO, 43_999).why())
        .startsWith("in partitions, by XGBoost4J-Spark: the raw table of 1,000 rows");
  }

  /** 12 encoded columns. */
  @Test
  void moreValuesThanAnArrayHoldsStayInPartitions() {
    Shape many = rows(200_000_000);

    assertThat(Placement.of(Placement.Held.RAW, many, EngineSetting.AUTO, Long.MAX_VALUE))
        .isEqualTo(
            new Placement(
                Placement.Way.PARTITIONED,
                "in partitions, by XGBoost4J-Spark: a table held whole has at most 2,147,483,639 values and the training part has 2,400,000,000"));
  }
}
