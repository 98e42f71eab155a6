package tenfold.jobs.spark;

import java.util.OptionalInt;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.util.Utils;

/** How many tasks a cluster runs at once, for laying out work. */
public final class Slots {

  private static final String ASKED = "spark.default.parallelism";
  private static final String EXECUTORS = "spark.dynamicAllocation.maxExecutors";
  private static final String CORES = "spark.executor.cores";
  private static final String CORES_OF_TASK = "spark.task.cpus";

  private Slots() {}

  /** Returns how many there are at this moment, of which Spark's default knows no less than two. */
  public static int now(SparkContext spark) {
    return spark.maxNumConcurrentTasks(spark.resourceProfileManager().defaultResourceProfile());
  }

  /**
   * Returns how many there are or, where executors come when there is work for them and go again,
   * how many there can be; empty if that has no bound.
   */
  public static OptionalInt most(SparkContext spark) {
    return most(spark.getConf(), spark.defaultParallelism());
  }

  /** Returns how many processors each process has in which tasks run. */
  public static double processors(SparkContext spark) {
    return spark.isLocal()
        ? Runtime.getRuntime().availableProcessors()
        : new Executors(spark).processors();
  }

  static OptionalInt most(SparkConf conf, int now) {
    if (!Utils.isDynamicAllocationEnabled(conf) || conf.contains(ASKED)) {
      return OptionalInt.of(now);
    }
    if (!conf.contains(EXECUTORS)) {
      return OptionalInt.empty();
    }
    int each = Math.max(1, conf.getInt(CORES, 1) / conf.getInt(CORES_OF_TASK, 1));
    return OptionalInt.of((int) Math.min(1L << 20, (long) each * conf.getInt(EXECUTORS, 1)));
  }
}
