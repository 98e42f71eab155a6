package tenfold.jobs.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.PolynomialExpansion;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * MLlib's CrossValidator on the same rows and grid, local[2], parallelism 2, data cached. The whole would take long, so
 * part of it is run: two folds, and every fourth lambda. What is not run is counted at the measured time for each
 * fit, which favours MLlib: with two folds a fit sees half of the rows, with ten it would see nine tenths.
 */
final class MllibBench {

  private static final int FOLDS = 2;

  private MllibBench() {}

  static void run(double[][] rows, List<Integer> degrees, List<Double> lambdas, double sweep) {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("bench")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate()) {
      spark.sparkContext().setLogLevel("OFF");
      Dataset<Row> data = data(spark, rows).cache();
      data.count();
      List<Double> some = new ArrayList<>();
      for (int i = 1; i < lambdas.size(); i += 4) {
        some.add(lambdas.get(i));
      }
      double seconds =
          Timing.seconds(() -> crossValidator(degrees, some, rows.length).fit(data));
      int fits = FOLDS * degrees.size() * some.size() + 1; // and the refit
      int all = 10 * degrees.size() * lambdas.size() + 1;
      double extrapolated = seconds * all / fits;
      System.out.printf(
          Locale.ROOT,
          "%-46s %9.3f s %9.0f s   %6.0f times faster   at least 1000%n",
          "whole sweep, beside MLlib's CrossValidator",
          sweep,
          extrapolated,
          extrapolated / sweep);
      System.out.printf(
          Locale.ROOT,
          "  MLlib was measured for %d of %d fits (%d of 10 folds, %d of %d lambdas, the refit): %.1f s, and counted up by fits%n",
          fits,
          all,
          FOLDS,
          some.size(),
          lambdas.size(),
          seconds);
    }
  }

  private static CrossValidator crossValidator(
      List<Integer> degrees, List<Double> lambdas, int rows) {
    PolynomialExpansion terms =
        new PolynomialExpansion().setInputCol("x").setOutputCol("terms");
    StandardScaler scaler =
        new StandardScaler().setInputCol("terms").setOutputCol("features").setWithStd(true);
    LinearRegression ridge =
        new LinearRegression()
            .setLabelCol("y")
            .setFeaturesCol("features")
            .setElasticNetParam(0)
            .setStandardization(false);
    ParamMap[] grid =
        new ParamGridBuilder()
            .addGrid(terms.degree(), degrees.stream().mapToInt(d -> d).toArray())
            .addGrid(
                ridge.regParam(), lambdas.stream().mapToDouble(l -> l / rows).toArray())
            .build();
    return new CrossValidator()
        .setEstimator(new Pipeline().setStages(new PipelineStage[] {terms, scaler, ridge}))
        .setEvaluator(new RegressionEvaluator().setLabelCol("y").setMetricName("mse"))
        .setEstimatorParamMaps(grid)
        .setNumFolds(FOLDS)
        .setParallelism(2);
  }

  private static Dataset<Row> data(SparkSession spark, double[][] rows) {
    List<Row> list = new ArrayList<>(rows.length);
    for (double[] row : rows) {
      double[] x = java.util.Arrays.copyOf(row, RidgeData.COLUMNS);
      list.add(RowFactory.create(row[RidgeData.COLUMNS], Vectors.dense(x)));
    }
    StructType schema =
        new StructType().add("y", DataTypes.DoubleType).add("x", SQLDataTypes.VectorType());
    return spark.createDataFrame(list, schema).repartition(2);
  }
}
