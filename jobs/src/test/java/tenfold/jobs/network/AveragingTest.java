package tenfold.jobs.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.core.conf.Experiment;
import tenfold.core.learn.network.Diverged;
import tenfold.core.learn.network.Share;
import tenfold.core.learn.network.State;
import tenfold.jobs.Local;
import tenfold.jobs.spark.UsageException;

/**
 * The certificate: averaging after every batch is one machine on the batches put together. Equal to
 * a tolerance, since the sums are in single precision and in another order.
 */
class AveragingTest {

  private static final int ROWS = 240;

  @TempDir private Path dir;

  /** The mean of slopes is the slope of the mean, and so is the mean of velocities. */
  @ParameterizedTest
  @CsvSource({"2, sgd", "3, sgd", "2, momentum", "3, momentum"})
  void averagingAfterEveryBatchIsOneMachineOnTheJoinedBatch(int workers, String optimizer) {
    try (Shares shares = shares("models.network.optimizer = " + optimizer, 3, workers)) {
      State averaged = Lessons.epochs(new Resident(shares, 1, 1), shares.course(), 1);
      State joined = Lessons.joined(shares);

      assertThat(averaged.batches()).isGreaterThan(4);
      assertThat(Lessons.distance(averaged, shares.course().start())).isGreaterThan(0.1);
      assertThat(Lessons.distance(averaged, joined)).isLessThan(1e-5);
    }
  }

  /** Adam divides by a root of mean squares, and a mean of quotients is not theirs. */
  @Test
  void adamIsNotCertified() {
    try (Shares shares = shares("models.network.optimizer = adam", 3, 2)) {
      State averaged = Lessons.epochs(new Resident(shares, 1, 1), shares.course(), 1);

      assertThat(Lessons.distance(averaged, Lessons.joined(shares))).isGreaterThan(1e-3);
    }
  }

  /** One batch of all of a worker's rows leaves DL4J's master nothing to draw. */
  @ParameterizedTest
  @CsvSource({"sgd", "momentum", "adam"})
  void theStockMasterComesToTheSame(String optimizer) {
    String settings =
        "split.stratify = false, models.network { batch = 1000, optimizer = %s }"
            .formatted(optimizer);
    try (Shares shares = shares(settings, 3, 2)) {
      assertThat(shares.rdd().map(Share::rows).collect()).containsExactly(72, 72);
      Experiment experiment =
          Lessons.experiment("models.network.averaging { master = stock, frequency = 1 }");
      String export = dir.resolve("export").toUri().toString();
      State stock =
          Lessons.epochs(new Stock(shares, experiment.averaging(), export), shares.course(), 4);
      State resident = Lessons.epochs(new Resident(shares, 1, 1), shares.course(), 4);

      assertThat(Lessons.distance(resident, shares.course().start())).isGreaterThan(0.01);
      assertThat(Lessons.distance(stock, resident)).isLessThan(1e-5);
    }
  }

  @Test
  void theSameRowsGiveTheSameBytesHoweverTheyWereCut() {
    String adam = "models.network { optimizer = adam, layers = [[6, { dropout = 0.2 }]] }";
    State first;
    try (Shares shares = shares(adam, 1, 3)) {
      first = Lessons.epochs(new Resident(shares, 2, 1), shares.course(), 2);
    }
    try (Shares shares = shares(adam, 5, 3)) {
      State again = Lessons.epochs(new Resident(shares, 2, 1), shares.course(), 2);

      assertThat(again.numbers()).isEqualTo(first.numbers());
      assertThat(again.memory()).isEqualTo(first.memory());
    }
  }

  /**
   * Sums of another shape round otherwise, in the last digits of a double: hardly ever to be seen.
   */
  @Test
  void depthMovesTheSumsAndNotTheMean() {
    try (Shares shares = shares("", 2, 5)) {
      State flat = Lessons.epochs(new Resident(shares, 2, 1), shares.course(), 2);
      State deep = Lessons.epochs(new Resident(shares, 2, 2), shares.course(), 2);
      State again = Lessons.epochs(new Resident(shares, 2, 2), shares.course(), 2);
      State deeper = Lessons.epochs(new Resident(shares, 2, 3), shares.course(), 2);

      assertThat(Lessons.distance(flat, deep)).isLessThan(1e-6);
      assertThat(Lessons.distance(flat, deeper)).isLessThan(1e-6);
      assertThat(again.numbers()).isEqualTo(deep.numbers());
    }
  }

  @Test
  void workersHaveAsManyRowsGiveOrTakeOne() {
    try (Shares shares = shares("", 4, 7)) {
      List<Integer> rows = shares.rdd().map(Share::rows).collect();

      assertThat(rows).hasSize(7);
      assertThat(rows.stream().mapToInt(r -> r).sum()).isEqualTo((int) shares.course().rows());
      int least = rows.stream().mapToInt(r -> r).min().orElseThrow();
      assertThat(rows).allMatch(r -> r == least || r == least + 1);
    }
  }

  @Test
  void aWorkerWithoutRowsIsRefused() {
    assertThatThrownBy(() -> shares("", 2, 145).close())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("workers is 145, but 144 rows train")
        .hasMessageContaining("use at most 144");
  }

  @Test
  void aCostThatIsNotFiniteNamesEpochAndBatch() {
    try (Shares shares = shares("models.network.learning-rate = 1e30", 2, 2)) {
      Resident master = new Resident(shares, 3, 1);

      assertThatThrownBy(() -> master.epoch(shares.course().start(), 1))
          .isInstanceOf(Diverged.class)
          .hasMessageMatching("worker \\d: the cost of batch \\d+ of epoch 1 is .*learning-rate.*");
    }
  }

  private static Shares shares(String settings, int partitions, int workers) {
    Dataset<Row> rows = Lessons.rows(Local.spark(), ROWS, partitions);
    return Lessons.shares(Lessons.experiment(settings), rows, workers);
  }
}
