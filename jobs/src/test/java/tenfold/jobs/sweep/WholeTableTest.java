package tenfold.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tenfold.core.conf.EngineSetting;
import tenfold.core.learn.network.Activation;
import tenfold.core.learn.network.Augment;
import tenfold.core.learn.network.NetworkFamily;
import tenfold.core.learn.network.NetworkGrid;
import tenfold.core.learn.network.Optimizer;
import tenfold.core.learn.network.Schedule;
import tenfold.core.learn.ridge.Ridge;
import tenfold.core.learn.ridge.RidgeGrid;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.TooLarge;
import tenfold.jobs.spark.UsageException;

class WholeTableTest {

  private static final List<Double> ONE = List.of(1.0);
  private static final List<Family> NETWORK =
      List.of(
          new NetworkFamily(
              new NetworkGrid(
                  List.of(List.of()),
                  List.of(Activation.RELU),
                  ONE,
                  List.of(10),
                  List.of(64),
                  ONE,
                  List.of(Optimizer.ADAM),
                  Schedule.CONSTANT,
                  OptionalInt.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Augment.NONE,
                  Optional.empty())));

  /** 1,000 rows of 4 columns: 16 bytes a row for the columns, 8 for the target, 4 for the part. */
  private static final Shape SHAPE = shape(1000);

  private static Shape shape(long rows) {
    return new Shape(rows, 3, 5, 1, 5, 1, 5, false, 0, 0);
  }

  @Test
  void aTableWithinTheLimitIsBroadcast() {
    assertThatCode(() -> WholeTable.check(NETWORK, SHAPE, EngineSetting.AUTO, 28_000))
        .doesNotThrowAnyException();
  }

  @Test
  void aTableAboveTheLimitIsTooLargeUnlessTheUserSaysSo() {
    assertThatThrownBy(() -> WholeTable.check(NETWORK, SHAPE, EngineSetting.AUTO, 27_999))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("1,000 rows and 4 columns takes 28.0 KB, above the 28.0 KB")
        .hasMessageContaining("raise spark.tenfold.broadcast.limit");
    assertThatCode(() -> WholeTable.check(NETWORK, SHAPE, EngineSetting.BROADCAST, 27_999))
        .doesNotThrowAnyException();
  }

  /** 8 encoded columns. */
  @Test
  void moreValuesThanAnArrayHoldsAreTooLargeWhateverTheUserSays() {
    Shape many = shape(300_000_000);

    assertThatThrownBy(
            () -> WholeTable.check(NETWORK, many, EngineSetting.BROADCAST, Long.MAX_VALUE))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("models.network would train on 300,000,000 rows of 8 encoded");
  }

  @Test
  void networksAreNotTrainedInPartitions() {
    assertThatThrownBy(() -> WholeTable.check(NETWORK, SHAPE, EngineSetting.PARTITIONED, 28_000))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("engine is partitioned, but models.network trains on the whole");
  }

  @Test
  void otherFamiliesAreNotAsked() {
    List<Family> ridge = List.of(new Ridge(new RidgeGrid(List.of(1), ONE, true)));

    assertThatCode(() -> WholeTable.check(ridge, SHAPE, EngineSetting.PARTITIONED, 0))
        .doesNotThrowAnyException();
  }
}
