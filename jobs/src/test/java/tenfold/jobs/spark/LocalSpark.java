package tenfold.jobs.spark;

import org.apache.spark.sql.SparkSession;

/** The session that these tests share: two threads of this JVM, nothing open to the network. */
final class LocalSpark {

  private static SparkSession session;

  private LocalSpark() {}

  static synchronized SparkSession session() {
    if (session == null) {
      session =
          SparkSession.builder()
              .master("local[2]")
              .appName("reading")
              .config("spark.ui.enabled", "false")
              .config("spark.driver.host", "127.0.0.1")
              .config("spark.driver.bindAddress", "127.0.0.1")
              .config("spark.sql.shuffle.partitions", "2")
              .config("spark.sql.warehouse.dir", "target/warehouse")
              .getOrCreate();
      session.sparkContext().setLogLevel("OFF"); // tests that expect failures would fill the screen
    }
    return session;
  }
}
