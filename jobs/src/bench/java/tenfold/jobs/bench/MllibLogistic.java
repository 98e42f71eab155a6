package tenfold.jobs.bench;

import java.util.List;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.ml.tuning.TrainValidationSplit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One fold of the same sweep by MLlib: TrainValidationSplit on nine tenths of the rows does what
 * CrossValidator does for each fold in turn, with parallelism 2. Tolerance and limit of steps are
 * MLlib's own, far looser than ours.
 *
 * <p>The whole sweep is reckoned by fits: {@link #LAMBDAS} stand for all.
 *
 * @param fold seconds of the fold without its last fit, on all rows
 * @param refit seconds of such a fit
 */
record MllibLogistic(double fold, double refit) {

  static final List<Double> LAMBDAS = List.of(0.1, 10.0);

  /** Fits of the whole sweep's. */
  static int allFits() {
    return Workload.FOLDS * LogisticBench.GRID.lambdas().size();
  }

  /** Seconds that the whole sweep would take. */
  double reckoned() {
    return fold / LAMBDAS.size() * allFits() + refit;
  }

  /** Measures it, on {@code threads} threads of this process. */
  static MllibLogistic measure(Workload work, int threads) {
    try (SparkSession spark = MllibData.session(threads)) {
      Dataset<Row> data = MllibData.of(spark, work, threads);
      double rows = data.count();
      LogisticRegression logistic =
          new LogisticRegression()
              .setLabelCol(MllibData.TARGET)
              .setFeaturesCol(MllibData.INPUTS)
              .setFamily("binomial");
      double[] penalties = LAMBDAS.stream().mapToDouble(lambda -> lambda / rows).toArray();
      ParamMap[] grid = new ParamGridBuilder().addGrid(logistic.regParam(), penalties).build();
      TrainValidationSplit fold =
          new TrainValidationSplit()
              .setEstimator(logistic)
              .setEvaluator(
                  new MulticlassClassificationEvaluator()
                      .setLabelCol(MllibData.TARGET)
                      .setMetricName("accuracy"))
              .setEstimatorParamMaps(grid)
              .setTrainRatio(1 - 1.0 / Workload.FOLDS)
              .setParallelism(2)
              .setSeed(1);
      logistic.fit(data, grid[0]); // to warm up
      double all = Spent.on(() -> fold.fit(data)).seconds();
      double refit = Spent.on(() -> logistic.fit(data, grid[0])).seconds();
      return new MllibLogistic(all - refit, refit);
    }
  }
}
