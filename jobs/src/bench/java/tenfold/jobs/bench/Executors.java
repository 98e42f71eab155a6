package tenfold.jobs.bench;

import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import tenfold.core.sweep.ThreadEngine;
import tenfold.jobs.spark.SparkEngine;

/**
 * Ten folds of forests on one executor of one core and on two; and, between the two, in one plain
 * process that grows all the trees and in two that grow half of them each: what this machine gives
 * to a second process at that moment. Everybody has grown some trees before. Sending the table is
 * in the executors' time.
 *
 * @param rows of the work
 * @param trees of each fold
 */
record Executors(Workload work, int rows, int trees) {

  /** Trees of each fold that are grown before, so that all code is compiled. */
  private static final int WARM_UP = 2;

  private static final String HERE = "127.0.0.1";

  /** Measures so many rounds and prints. */
  void measure(int rounds) throws IOException {
    double[] oneExecutor = new double[rounds];
    double[] twoExecutors = new double[rounds];
    double[] oneProcess = new double[rounds];
    double[] twoProcesses = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      oneExecutor[round] = executors(1);
      try (PlainProcess a = PlainProcess.start(rows);
          PlainProcess b = PlainProcess.start(rows)) {
        both(a, b, WARM_UP);
        a.begin(trees);
        oneProcess[round] = a.seconds();
        twoProcesses[round] = both(a, b, trees / 2);
      }
      twoExecutors[round] = executors(2);
    }
    Samples gained = Samples.ratios(oneExecutor, twoExecutors);
    Samples offered = Samples.ratios(oneProcess, twoProcesses);
    Page.part(
        "Two of one core beside one: %d folds of %d trees, %d rounds",
        Workload.FOLDS, trees, rounds);
    Page.row("one executor", Samples.of(oneExecutor).text("%.1f s"));
    Page.row("two executors", Samples.of(twoExecutors).text("%.1f s"));
    Page.row("times as fast", gained.text("%.2f"));
    Page.row("one plain process", Samples.of(oneProcess).text("%.1f s"));
    Page.row("two plain processes", Samples.of(twoProcesses).text("%.1f s"));
    Page.row("times as fast", offered.text("%.2f"));
    Page.target(
        "at least 1.8, or 0.9 of the plain processes'",
        gained.median() >= Math.min(1.8, 0.9 * offered.median()));
  }

  private static double both(PlainProcess a, PlainProcess b, int trees) throws IOException {
    a.begin(trees);
    b.begin(trees);
    return Math.max(a.seconds(), b.seconds());
  }

  private double executors(int number) {
    try (SparkSession spark = cluster(number);
        SparkEngine engine =
            new SparkEngine(
                JavaSparkContext.fromSparkContext(spark.sparkContext())
                    .parallelize(List.of(), 1))) {
      Metered metered = new Metered(new ThreadEngine(work.partitions(), 1), engine);
      ForestWork.sweep(metered, work, WARM_UP);
      return ForestWork.sweep(metered, work, trees).seconds();
    }
  }

  private static SparkSession cluster(int executors) {
    return SparkSession.builder()
        .appName("bench")
        .master("local-cluster[%d,1,1024]".formatted(executors))
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", HERE)
        .config("spark.driver.bindAddress", HERE)
        .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
        .config("spark.scheduler.minRegisteredResourcesRatio", 1)
        .config("spark.scheduler.maxRegisteredResourcesWaitingTime", "120s")
        .getOrCreate();
  }
}
