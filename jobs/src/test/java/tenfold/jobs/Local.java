package tenfold.jobs;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.sql.SparkSession;

/** The one Spark of a process of tests: two threads, no user interface, loopback only. */
public final class Local {

  private Local() {}

  /** Returns the session, started on the first call and stopped with the JVM. */
  public static synchronized SparkSession spark() {
    Configurator.setRootLevel(Level.OFF);
    return SparkSession.builder()
        .master("local[2]")
        .appName("tests")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", "target/warehouse")
        .getOrCreate();
  }
}
