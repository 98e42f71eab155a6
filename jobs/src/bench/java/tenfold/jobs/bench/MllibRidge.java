package tenfold.jobs.bench;

import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.PolynomialExpansion;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A part of the same sweep by MLlib's CrossValidator with parallelism 2: {@link #FOLDS} folds, all
 * degrees, {@link #LAMBDAS}. It standardises inside LinearRegression, as it does by default, and
 * solves the normal equations, which take the same time for every lambda.
 *
 * <p>The whole sweep is reckoned by the number of fits. With two folds each fit trains on half of
 * the rows, not on nine tenths, so the reckoning flatters MLlib.
 *
 * @param folds seconds of the cross-validation without its last fit, on all rows
 * @param refit seconds of such a fit
 */
record MllibRidge(double folds, double refit) {

  static final int FOLDS = 2;
  static final List<Double> LAMBDAS = List.of(0.16, 2.56);

  /** Fits of the cross-validation that were measured. */
  static int fits() {
    return FOLDS * RidgeWork.GRID.degrees().size() * LAMBDAS.size();
  }

  /** Fits of the whole sweep's. */
  static int allFits() {
    return Workload.FOLDS * RidgeWork.GRID.degrees().size() * RidgeWork.GRID.lambdas().size();
  }

  /** Seconds that the whole sweep would take. */
  double reckoned() {
    return folds / fits() * allFits() + refit;
  }

  /** Measures it, on {@code threads} threads of this process. */
  static MllibRidge measure(Workload work, int threads) {
    try (SparkSession spark = MllibData.session(threads)) {
      Dataset<Row> data = MllibData.of(spark, work, threads);
      double rows = data.count();
      PolynomialExpansion terms =
          new PolynomialExpansion().setInputCol(MllibData.INPUTS).setOutputCol("features");
      LinearRegression ridge =
          new LinearRegression().setLabelCol(MllibData.TARGET).setSolver("normal");
      Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {terms, ridge});
      double[] penalties = LAMBDAS.stream().mapToDouble(l -> l / rows).toArray();
      ParamMap[] grid =
          new ParamGridBuilder()
              .addGrid(
                  terms.degree(),
                  RidgeWork.GRID.degrees().stream().mapToInt(Integer::intValue).toArray())
              .addGrid(ridge.regParam(), penalties)
              .build();
      CrossValidator validator =
          new CrossValidator()
              .setEstimator(pipeline)
              .setEvaluator(new RegressionEvaluator().setLabelCol(MllibData.TARGET))
              .setEstimatorParamMaps(grid)
              .setNumFolds(FOLDS)
              .setParallelism(2)
              .setSeed(1);
      ParamMap largest =
          new ParamMap().put(terms.degree(), RidgeWork.DEGREE).put(ridge.regParam(), penalties[0]);
      pipeline.fit(data, largest); // to warm up
      double all = Spent.on(() -> validator.fit(data)).seconds();
      double refit = Spent.on(() -> pipeline.fit(data, largest)).seconds();
      return new MllibRidge(all - refit, refit);
    }
  }
}
