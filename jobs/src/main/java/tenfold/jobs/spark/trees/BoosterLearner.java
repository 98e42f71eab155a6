package tenfold.jobs.spark.trees;

import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.XGBoostError;
import ml.dmlc.xgboost4j.scala.Booster;
import ml.dmlc.xgboost4j.scala.spark.ColumnIndices;
import ml.dmlc.xgboost4j.scala.spark.RuntimeParams;
import ml.dmlc.xgboost4j.scala.spark.XGBoost;
import ml.dmlc.xgboost4j.scala.spark.XGBoostClassifier;
import ml.dmlc.xgboost4j.scala.spark.XGBoostEstimator;
import ml.dmlc.xgboost4j.scala.spark.XGBoostRegressor;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;
import scala.collection.immutable.Map$;
import tenfold.core.data.Block;
import tenfold.core.learn.boost.Boosters;
import tenfold.core.learn.boost.Growing;
import tenfold.core.report.Digits;
import tenfold.core.sweep.Problem;
import tenfold.jobs.spark.Jobs;

/**
 * Trains boosters with XGBoost4J-Spark: workers that hold a share of the rows each grow every tree
 * together. All of them must run at once, so there are no more than Spark has slots. XGBoost's
 * tracker on the driver prints a line for each worker and fit, which nothing turns off.
 */
final class BoosterLearner {

  private final Problem problem;
  private final Features features;
  private final JavaRDD<Block> blocks;
  private final int workers;
  private final boolean weighted;

  /**
   * A learner.
   *
   * @param workers that train together, in every fit as many: sums of histograms depend on them
   */
  BoosterLearner(Problem problem, JavaRDD<Block> blocks, int workers) {
    this.problem = problem;
    this.blocks = blocks;
    this.workers = workers;
    features = new Features(problem, Features.Gaps.NAN);
    weighted = TrainingRows.weighted(blocks);
  }

  /** The features that it is given. */
  Features features() {
    return features;
  }

  /** What the reader must know. */
  String note() {
    return "trained by %s of XGBoost4J-Spark, on whose number subsamples and close splits depend"
        .formatted(Digits.count(workers, "worker"));
  }

  /**
   * All that a booster depends on besides the data and how they are split.
   *
   * @param seed of its randomness
   * @param workers that share the rows
   * @param partitions from which the rows are shared out
   */
  record Address(Growing growing, int rounds, Cut cut, long seed, int workers, int partitions)
      implements Serializable {}

  /** Where a booster is kept. */
  Address address(Growing growing, int rounds, Cut cut) {
    return new Address(growing, rounds, cut, seed(cut), workers, blocks.getNumPartitions());
  }

  /** Trains a booster to so many rounds, on the cluster. */
  Trained train(Growing growing, int rounds, Cut cut) {
    return Jobs.of(
        blocks.context(),
        "boost: training %s".formatted(cut),
        "%s · boost · %d rounds".formatted(cut.label(problem.folds()), rounds),
        () -> trained(growing, rounds, cut));
  }

  private Trained trained(Growing growing, int rounds, Cut cut) {
    XGBoostEstimator<?, ?> estimator =
        problem.classes().isEmpty() ? new XGBoostRegressor() : new XGBoostClassifier();
    settings(growing, rounds, cut)
        .forEach((name, value) -> estimator.set(estimator.getParam(name), value));
    Booster booster = fit(estimator, new TrainingRows(problem, features, cut).of(blocks));
    return new Trained(growing, cut, problem.classes().size(), file(booster));
  }

  /** The estimator's own fit, which would print the loss after every round. */
  private static Booster fit(XGBoostEstimator<?, ?> estimator, Dataset<Row> rows) {
    estimator.validate(rows);
    Tuple2<Dataset<?>, ColumnIndices> prepared = estimator.preprocess(rows);
    RuntimeParams runtime =
        estimator.getRuntimeParameters(
            rows.sparkSession().sparkContext().isLocal(), Map$.MODULE$.empty());
    return XGBoost.train(
            estimator.toRdd(prepared._1(), prepared._2()),
            runtime,
            estimator.getXGBoostParams().updated("verbose_eval", 0))
        ._1();
  }

  private static byte[] file(Booster booster) {
    try {
      return booster.toByteArray(Boosters.FORMAT);
    } catch (XGBoostError e) {
      throw new IllegalStateException("a booster that was trained is written without errors", e);
    } finally {
      booster.dispose();
    }
  }

  Map<String, Object> settings(Growing growing, int rounds, Cut cut) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("labelCol", TrainingRows.LABEL);
    out.put("featuresCol", TrainingRows.FEATURES);
    if (weighted) {
      out.put("weightCol", TrainingRows.WEIGHT);
    }
    int classes = problem.classes().size();
    out.put("objective", Boosters.objective(classes));
    if (classes > 2) {
      out.put("num_class", classes);
    }
    out.put("missing", Float.NaN);
    out.put("tree_method", "hist");
    out.put("numRound", rounds);
    out.put("max_depth", growing.maxDepth());
    out.put("eta", growing.eta());
    out.put("lambda", growing.lambda());
    out.put("subsample", growing.subsample());
    out.put("colsample_bytree", growing.columns());
    out.put("seed", seed(cut));
    out.put("numWorkers", workers);
    out.put("forceRepartition", true); // a share without rows would end the training
    out.put("rabitTrackerHostIp", tracker());
    out.put("verbosity", 0); // what goes wrong is thrown
    return out;
  }

  private long seed(Cut cut) {
    return cut.seed(problem.seed().child("xgboost")).bits(0) & Integer.MAX_VALUE;
  }

  /** How many can train at once now. */
  static int workers(JavaRDD<Block> blocks) {
    SparkContext context = blocks.context();
    int slots =
        context.maxNumConcurrentTasks(context.resourceProfileManager().defaultResourceProfile());
    return Math.max(1, Math.min(slots, blocks.getNumPartitions()));
  }

  /** The address at which executors find the driver. */
  private String tracker() {
    String host = blocks.context().getConf().get("spark.driver.host");
    try {
      return InetAddress.getByName(host).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(
          "spark.driver.host is '%s', which this machine does not resolve; XGBoost's workers need its address"
              .formatted(host),
          e);
    }
  }
}
