package tenfold.jobs.score;

import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import tenfold.jobs.spark.Reader;
import tenfold.jobs.spark.SparkModel;
import tenfold.jobs.spark.Store;
import tenfold.jobs.spark.UsageException;

/**
 * Predictions of a saved model for a data set.
 *
 * @param model the model's directory, or its run's
 * @param in what to predict
 * @param out where predictions go
 * @param mode what to do if something is there
 */
public record Scoring(String model, String in, String out, SaveMode mode) {

  /** Returns a scoring that refuses to write over anything. */
  public static Scoring of(String model, String in, String out) {
    return new Scoring(model, in, out, SaveMode.ErrorIfExists);
  }

  /** Returns this scoring, writing over what is there. */
  public Scoring overwrite() {
    return new Scoring(model, in, out, SaveMode.Overwrite);
  }

  /** Predicts every row; returns how many there are. */
  public long run(SparkSession spark) {
    Store target = Store.at(out, spark.sparkContext().hadoopConfiguration());
    if (mode == SaveMode.ErrorIfExists && target.exists()) {
      throw new UsageException(
          "--out %s is there already; name another place or add --overwrite".formatted(out));
    }
    SparkModel loaded = SparkModel.load(model, spark);
    Dataset<Row> predicted = loaded.transform(new Reader(spark).rows(in));
    if (out.toLowerCase(Locale.ROOT).endsWith(".csv")) {
      predicted.write().mode(mode).option("header", "true").csv(out);
      return spark.read().option("header", "true").csv(out).count();
    }
    predicted.write().mode(mode).parquet(out);
    return spark.read().parquet(out).count();
  }
}
