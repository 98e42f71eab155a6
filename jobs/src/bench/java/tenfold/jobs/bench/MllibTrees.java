package tenfold.jobs.bench;

import java.util.List;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.ml.tuning.TrainValidationSplit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import tenfold.core.data.Column;

/**
 * One fold of the same sweep by MLlib: TrainValidationSplit on nine tenths of the rows does what
 * CrossValidator does for each fold in turn, with parallelism 2.
 *
 * <p>The whole sweep is reckoned by folds and depths, each of {@link #DEPTHS} standing for the
 * {@link #AROUND} depths around it. The cost of a depth grows faster than the depth, so the
 * reckoning flatters MLlib.
 *
 * @param fold seconds of the fold without its last fit, on all rows
 * @param refit seconds of such a fit
 */
record MllibTrees(double fold, double refit) {

  /** Depths in the middle of each quarter of 1 to {@value TreeBench#DEPTH}. */
  static final List<Integer> DEPTHS = List.of(3, 8, 13, 18);

  static final int AROUND = TreeBench.DEPTH / DEPTHS.size();

  /** Fits of the whole sweep's. */
  static int allFits() {
    return Workload.FOLDS * TreeBench.DEPTH;
  }

  /** Seconds that the whole sweep would take. */
  double reckoned() {
    return fold * AROUND * Workload.FOLDS + refit;
  }

  /** Measures it, on {@code threads} threads of this process. */
  static MllibTrees measure(Workload work, int threads) {
    try (SparkSession spark = MllibData.session(threads)) {
      Dataset<Row> data = MllibData.of(spark, work, threads);
      data.count();
      DecisionTreeClassifier tree =
          new DecisionTreeClassifier()
              .setLabelCol(MllibData.TARGET)
              .setFeaturesCol(MllibData.INPUTS)
              .setImpurity("entropy")
              .setMaxBins(Column.CODES);
      ParamMap[] grid =
          new ParamGridBuilder()
              .addGrid(tree.maxDepth(), DEPTHS.stream().mapToInt(d -> d).toArray())
              .build();
      TrainValidationSplit fold =
          new TrainValidationSplit()
              .setEstimator(tree)
              .setEvaluator(
                  new MulticlassClassificationEvaluator()
                      .setLabelCol(MllibData.TARGET)
                      .setMetricName("accuracy"))
              .setEstimatorParamMaps(grid)
              .setTrainRatio(1 - 1.0 / Workload.FOLDS)
              .setParallelism(2)
              .setSeed(1);
      tree.fit(data, new ParamMap().put(tree.maxDepth(), DEPTHS.get(1))); // to warm up
      int[] depth = new int[1];
      double all =
          Spent.on(
                  () ->
                      depth[0] =
                          ((DecisionTreeClassificationModel) fold.fit(data).bestModel())
                              .getMaxDepth())
              .seconds();
      ParamMap best = new ParamMap().put(tree.maxDepth(), depth[0]);
      double refit = Spent.on(() -> tree.fit(data, best)).seconds();
      return new MllibTrees(all - refit, refit);
    }
  }
}
