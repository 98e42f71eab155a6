package tenfold.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tenfold.core.conf.EngineSetting;
import tenfold.core.learn.boost.BoostFamily;
import tenfold.core.learn.boost.BoostGrid;
import tenfold.core.learn.ridge.Ridge;
import tenfold.core.learn.ridge.RidgeGrid;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.TooLarge;
import tenfold.jobs.spark.UsageException;

class RawPlacementTest {

  private static final List<Double> ONE = List.of(1.0);
  private static final List<Family> BOOST =
      List.of(
          new BoostFamily(
              new BoostGrid(List.of(10), List.of(3), ONE, ONE, ONE, ONE, OptionalInt.empty())));

  /** 1,000 rows of 4 columns: 16 bytes a row for the columns, 8 for the target, 4 for the part. */
  private static final Shape SHAPE = new Shape(1000, 3, 5, 1, 5, 1, 5, false, 0);

  @Test
  void aTableWithinTheLimitIsBroadcast() {
    assertThatCode(() -> RawPlacement.check(BOOST, SHAPE, EngineSetting.AUTO, 28_000))
        .doesNotThrowAnyException();
  }

  @Test
  void aTableAboveTheLimitIsTooLargeUnlessTheUserSaysSo() {
    assertThatThrownBy(() -> RawPlacement.check(BOOST, SHAPE, EngineSetting.AUTO, 27_999))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("1,000 rows and 4 columns takes 28.0 KB, above the 28.0 KB")
        .hasMessageContaining("raise spark.tenfold.broadcast.limit");
    assertThatCode(() -> RawPlacement.check(BOOST, SHAPE, EngineSetting.BROADCAST, 27_999))
        .doesNotThrowAnyException();
  }

  @Test
  void boostersAreNotTrainedInPartitions() {
    assertThatThrownBy(() -> RawPlacement.check(BOOST, SHAPE, EngineSetting.PARTITIONED, 28_000))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("engine is partitioned, but models.boost trains on the whole");
  }

  @Test
  void otherFamiliesAreNotAsked() {
    List<Family> ridge = List.of(new Ridge(new RidgeGrid(List.of(1), ONE, true)));

    assertThatCode(() -> RawPlacement.check(ridge, SHAPE, EngineSetting.PARTITIONED, 0))
        .doesNotThrowAnyException();
  }
}
