package tenfold.jobs.score;

import java.util.Locale;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import tenfold.jobs.spark.Jobs;
import tenfold.jobs.spark.Reach;
import tenfold.jobs.spark.Reader;
import tenfold.jobs.spark.SparkModel;
import tenfold.jobs.spark.Store;
import tenfold.jobs.spark.UsageException;

/**
 * Predictions of a saved model for a data set. They are written beside their place and moved there
 * when whole.
 *
 * @param model the model's directory, or its run's
 * @param in what to predict
 * @param out where predictions go
 * @param existing what to do if something is there
 */
public record Scoring(String model, String in, String out, Existing existing) {

  /** What to do with predictions that are already there. */
  public enum Existing {
    REFUSE,
    REPLACE
  }

  /** Predicts every row; returns how many there are. */
  public long run(SparkSession spark) {
    return Jobs.ofRun(
        spark.sparkContext(),
        model,
        () -> Jobs.of(spark.sparkContext(), "predicting", () -> predicted(spark)));
  }

  private long predicted(SparkSession spark) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    Store target = Store.at(out, hadoop);
    check(target, Store.at(model, hadoop), "the model");
    if (!in.startsWith("table:") && !in.startsWith("jdbc:") && !in.startsWith("synthetic:")) {
      check(target, Store.at(in, hadoop), "the data to predict");
    }
    if (target.exists() && existing == Existing.REFUSE) {
      throw new UsageException(
          "--out %s is there already; name another place or add --overwrite".formatted(out));
    }
    if (target.exists() && !target.has("_SUCCESS")) {
      throw new UsageException(
          "--out %s is there and is no output of Spark (it has no _SUCCESS), so it is not removed; name another place"
              .formatted(out));
    }
    Reach.of(spark.sparkContext()).writable(target);
    SparkModel loaded = SparkModel.load(model, spark);
    Dataset<Row> predicted = loaded.transform(new Reader(spark).rows(in, loaded.saved().options()));
    Store beside = target.parent().child("." + target.name() + "-" + UUID.randomUUID());
    try {
      long rows = write(predicted, beside, spark);
      target.remove();
      beside.moveTo(target);
      return rows;
    } catch (RuntimeException e) {
      beside.remove();
      throw e;
    }
  }

  private long write(Dataset<Row> predicted, Store to, SparkSession spark) {
    if (out.toLowerCase(Locale.ROOT).endsWith(".csv")) {
      predicted.write().option("header", "true").csv(to.path());
      return spark.read().option("header", "true").csv(to.path()).count();
    }
    predicted.write().parquet(to.path());
    return spark.read().parquet(to.path()).count();
  }

  private void check(Store target, Store source, String what) {
    if (target.overlaps(source)) {
      throw new UsageException(
          "--out %s and %s (%s) lie in one another; name another place for the predictions"
              .formatted(out, what, source.path()));
    }
  }
}
