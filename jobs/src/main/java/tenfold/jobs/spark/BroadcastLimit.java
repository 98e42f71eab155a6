package tenfold.jobs.spark;

import org.apache.spark.SparkConf;

/**
 * Bytes that a table may take to be sent to every executor whole: {@value #KEY}, or else a third of
 * an executor's memory, which in local mode is this process's heap.
 */
public final class BroadcastLimit {

  /** The setting: a size as Spark writes it, such as 512m. */
  public static final String KEY = "spark.tenfold.broadcast.limit";

  private BroadcastLimit() {}

  /**
   * Returns the limit that {@code conf} sets.
   *
   * @throws UsageException if the setting is no size
   */
  public static long of(SparkConf conf) {
    if (!conf.contains(KEY)) {
      return memory(conf) / 3;
    }
    try {
      return conf.getSizeAsBytes(KEY);
    } catch (NumberFormatException e) {
      throw new UsageException(
          "%s is '%s'; write a size such as 512m or 2g".formatted(KEY, conf.get(KEY)));
    }
  }

  private static long memory(SparkConf conf) {
    boolean local = conf.get("spark.master", "local").matches("local(\\[.*)?");
    return local
        ? Runtime.getRuntime().maxMemory()
        : conf.getSizeAsMb("spark.executor.memory", "1g") << 20;
  }
}
