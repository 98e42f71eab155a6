package tenfold.jobs.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.learn.network.State;
import tenfold.jobs.Local;

/** Averaging on Spark's own standalone cluster: two executors, each a process of one core. */
class AveragingIT {

  private static final int ROWS = 240;

  /** An epoch is 18 batches of each worker, in 6 rounds. */
  private static final String ADAM =
      """
      models.network {
        epochs = 3, batch = 4, optimizer = adam, layers = [[6, { dropout = 0.2 }]]
        averaging { workers = 2, frequency = 3 }
      }
      """;

  private static final int EPOCHS = 3;
  private static final String HERE = "127.0.0.1";

  /** For a process that lives for seconds. */
  private static final String BRIEF =
      "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dorg.bytedeco.javacpp.maxphysicalbytes=0";

  @TempDir private static Path dir;

  private static SparkSession cluster;
  private static byte[] undisturbed;

  private Executors executors;

  /** What threads of this process come to, and then a cluster: a process has one Spark. */
  @BeforeAll
  static void start() throws IOException {
    try (SparkSession threads = Local.spark()) {
      undisturbed = trained(threads, "threads", epoch -> {});
    }
    cluster =
        SparkSession.builder()
            .appName("tests")
            .master("local-cluster[2,1,1024]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", HERE)
            .config("spark.driver.bindAddress", HERE)
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.warehouse.dir", "target/warehouse")
            .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
            .config("spark.executor.extraJavaOptions", BRIEF)
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.stop();
    }
  }

  @BeforeEach
  void await() {
    executors = Executors.await(cluster);
    cluster.sparkContext().addSparkListener(executors);
  }

  @AfterEach
  void release() {
    cluster.sparkContext().removeSparkListener(executors);
  }

  @Test
  void averagingAfterEveryBatchIsOneMachineOnTheJoinedBatch() {
    try (Shares shares =
        Lessons.shares(Lessons.experiment(""), Lessons.rows(cluster, ROWS, 2), 2)) {
      assertThat(shares.rdd().map(share -> ProcessHandle.current().pid()).collect())
          .as("a process for each worker")
          .doesNotHaveDuplicates()
          .doesNotContain(ProcessHandle.current().pid());
      State averaged = Lessons.epochs(new Resident(shares, 1, 1), shares.course(), 1);

      assertThat(averaged.batches()).isGreaterThan(4);
      assertThat(Lessons.distance(averaged, shares.course().start())).isGreaterThan(0.1);
      assertThat(Lessons.distance(averaged, Lessons.joined(shares))).isLessThan(1e-5);
    }
  }

  @Test
  void executorsComeToTheBytesOfThreads() throws IOException {
    assertThat(trained(cluster, "executors", epoch -> {})).isEqualTo(undisturbed);
  }

  @Test
  void anExecutorKilledBetweenEpochsChangesNoByte() throws IOException {
    byte[] model =
        trained(
            cluster,
            "between",
            epoch -> {
              if (epoch == 1) {
                executors.killLast();
              }
            });

    assertThat(model).isEqualTo(undisturbed);
    assertThat(executors.killed()).isNotNull().isNotIn(Executors.await(cluster).ids());
  }

  @Test
  void anExecutorKilledDuringAnEpochChangesNoByte() throws IOException {
    byte[] model =
        trained(
            cluster,
            "during",
            epoch -> {
              if (epoch == 1) {
                executors.killAtTask(3); // in the second round, each a task of each worker
              } else if (epoch == 2) {
                assertThat(executors.killed()).as("killed before the epoch ended").isNotNull();
              }
            });

    assertThat(model).isEqualTo(undisturbed);
    assertThat(executors.killed()).isNotIn(Executors.await(cluster).ids());
  }

  /**
   * Trains for all epochs and returns the network's file.
   *
   * @param told after each epoch, and of epoch 0 before the first
   */
  private static byte[] trained(SparkSession spark, String run, IntConsumer told)
      throws IOException {
    AtomicInteger lines = new AtomicInteger();
    Train.of(Lessons.experiment(ADAM))
        .into(dir.resolve(run).toString())
        .showing(line -> told.accept(lines.getAndIncrement()))
        .run(spark, Lessons.rows(spark, ROWS, 2));
    assertThat(lines).hasValue(EPOCHS + 1);
    return Files.readAllBytes(dir.resolve(run + "/model/network.bin"));
  }
}
