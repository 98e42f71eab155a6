package tenfold.jobs.bench;

import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import tenfold.core.data.Column;

/** A forest by MLlib, reckoned by the number of trees from one of {@link #TREES}. */
final class MllibForest {

  static final int TREES = 5;

  private MllibForest() {}

  /** Seconds that a forest of {@code trees} trees would take on {@code threads} threads. */
  static double reckoned(Workload work, int threads, int trees) {
    try (SparkSession spark = MllibData.session(threads)) {
      Dataset<Row> data = MllibData.of(spark, work, threads);
      data.count();
      RandomForestClassifier forest =
          new RandomForestClassifier()
              .setLabelCol(MllibData.TARGET)
              .setFeaturesCol(MllibData.INPUTS)
              .setImpurity("entropy")
              .setMaxBins(Column.CODES)
              .setMaxDepth(ForestWork.DEPTH)
              .setSeed(1);
      forest.setNumTrees(1).fit(data); // to warm up
      return Spent.on(() -> forest.setNumTrees(TREES).fit(data)).seconds() / TREES * trees;
    }
  }
}
