package tenfold.jobs.spark.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.spark.sql.SparkSession;
import tenfold.core.kernel.Blas;
import tenfold.jobs.spark.Json;
import tenfold.jobs.spark.Reading;
import tenfold.jobs.spark.Version;

/** What a run depends on besides its configuration: {@code environment.json}. */
public final class Environment {

  private Environment() {}

  /** Returns versions, the data's fingerprint and how the data lie. */
  public static ObjectNode of(SparkSession spark, Reading reading, Dealt dealt) {
    ObjectNode node = Json.object();
    node.put("tenfold", Version.TENFOLD);
    node.put("spark", spark.version());
    node.put("java", System.getProperty("java.version"));
    node.put("blas", Blas.name());
    node.put("master", spark.sparkContext().master());
    node.put("data", data(reading.fingerprint()));
    node.put("test", "%016x".formatted(dealt.testSurvey().testFingerprint()));
    node.put("rows", reading.rows());
    node.put("partitions", reading.blocks().getNumPartitions());
    return node;
  }

  /** How a fingerprint of data is written. */
  static String data(long fingerprint) {
    return "%016x".formatted(fingerprint);
  }
}
