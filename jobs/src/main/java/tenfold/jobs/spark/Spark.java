package tenfold.jobs.spark;

import org.apache.hadoop.conf.Configuration;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/** Opens Spark for a command. */
public final class Spark {

  private Spark() {}

  /** How much of Spark's log is shown. */
  public enum Log {
    /** Nothing: the program speaks. */
    QUIET,
    /** What Spark's own configuration says. */
    VERBOSE
  }

  /**
   * Returns what is needed to reach file systems, for a command that reads a few files and starts
   * no session: Hadoop's own settings and {@code spark.hadoop.*} over them.
   */
  public static Configuration files(Log log) {
    show(log);
    return SparkHadoopUtil.get().newConfiguration(new SparkConf());
  }

  /** Returns the session that spark-submit set up, or one in this process on all cores. */
  public static SparkSession open(String name, Log log) {
    show(log);
    SparkConf conf = new SparkConf();
    if (!conf.contains("spark.master")) {
      conf.setMaster("local[*]");
    }
    SharedSecret.complete(conf, System.getenv());
    // What a task answers with, say a network's numbers, comes with the news that it ended; above
    // Spark's own limit of 1 MB it would be asked for once more.
    conf.setIfMissing("spark.task.maxDirectResultSize", "64m");
    return SparkSession.builder().appName(name).config(conf).getOrCreate();
  }

  /** Whether the driver runs on a machine of the cluster, away from whoever started it. */
  public static boolean inClusterMode() {
    return new SparkConf().get("spark.submit.deployMode", "client").equals("cluster");
  }

  /** Whether it runs in a container of YARN, which is told how it ended by an exception. */
  public static boolean inYarn() {
    return inClusterMode() && new SparkConf().get("spark.master", "").equals("yarn");
  }

  private static void show(Log log) {
    if (log == Log.QUIET) {
      Configurator.setRootLevel(Level.OFF);
    }
  }
}
