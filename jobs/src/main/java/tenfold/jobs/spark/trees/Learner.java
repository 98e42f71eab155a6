package tenfold.jobs.spark.trees;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.regression.RandomForestRegressor;
import org.apache.spark.ml.tree.DecisionTreeModel;
import org.apache.spark.ml.tree.TreeEnsembleModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tenfold.core.data.Block;
import tenfold.core.learn.forest.Votes;
import tenfold.core.learn.tree.Limits;
import tenfold.core.learn.tree.Tree;
import tenfold.core.sweep.Packing;
import tenfold.core.sweep.Problem;
import tenfold.jobs.spark.Jobs;

/**
 * Grows trees with MLlib, each time to the loosest limits. A single tree is MLlib's forest of one
 * tree without drawing, which is what its own decision tree is.
 */
final class Learner {

  private final Points points;
  private final Problem problem;
  private final Features features;
  private final JavaRDD<Block> blocks;
  private final boolean weighted;

  Learner(Points points, Problem problem, JavaRDD<Block> blocks) {
    this.points = points;
    this.problem = problem;
    this.blocks = blocks;
    features = new Features(problem, Features.Gaps.MEAN);
    weighted = TrainingRows.weighted(blocks);
  }

  /** The features that it is given. */
  Features features() {
    return features;
  }

  /**
   * All that a fit depends on besides the data and how they are split.
   *
   * @param seed of its randomness, which tells the family, the growth and the cut apart, too
   * @param spark its version, whose learner it is
   * @param partitions of the rows: what MLlib draws depends on them
   */
  record Address(
      String model,
      Growth growth,
      Cut cut,
      Limits loosest,
      int trees,
      long seed,
      String spark,
      int partitions)
      implements Serializable {}

  /** Where a fit is kept. */
  Address address(Growth growth, Cut cut) {
    return new Address(
        points.model(),
        growth,
        cut,
        points.loosest(),
        points.cells().mostTrees(),
        seed(growth, cut),
        blocks.context().version(),
        blocks.getNumPartitions());
  }

  /** Grows the trees of one fit, on the cluster. */
  Grown grow(Growth growth, Cut cut) {
    String work = "%s: growing %s".formatted(points.model(), cut);
    return Jobs.of(blocks.context(), work, description(cut), () -> grown(growth, cut));
  }

  private String description(Cut cut) {
    return "%s · %s · trees %s"
        .formatted(
            cut.label(problem.folds()),
            points.model(),
            new Packing.Run(0, 0, points.cells().mostTrees()).range());
  }

  private Grown grown(Growth growth, Cut cut) {
    Dataset<Row> rows = new TrainingRows(problem, features, cut).of(blocks);
    int classes = problem.classes().size();
    List<Tree> trees =
        Arrays.stream(fit(growth, cut, rows))
            .map(t -> Conversion.of(t.rootNode(), features, classes))
            .map(t -> t.prune(points.loosest()))
            .toList();
    return new Grown(growth, cut, classes == 0 ? scale(trees) : Votes.CLASSES, trees);
  }

  private DecisionTreeModel[] fit(Growth growth, Cut cut, Dataset<Row> rows) {
    Estimator<?> forest =
        problem.classes().isEmpty() ? new RandomForestRegressor() : new RandomForestClassifier();
    ParamMap settings = new ParamMap();
    settings(growth, cut).forEach((name, value) -> settings.put(forest.getParam(name).w(value)));
    return ((TreeEnsembleModel<?>) forest.fit(rows, settings)).trees();
  }

  private Map<String, Object> settings(Growth growth, Cut cut) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("labelCol", TrainingRows.LABEL);
    out.put("featuresCol", TrainingRows.FEATURES);
    if (weighted) {
      out.put("weightCol", TrainingRows.WEIGHT);
    }
    out.put("impurity", growth.impurity().key());
    out.put("maxBins", growth.bins());
    int drawn = growth.features().of(features.count(), points.task());
    out.put("featureSubsetStrategy", Integer.toString(drawn));
    out.put("numTrees", points.cells().mostTrees());
    out.put("maxDepth", points.loosest().maxDepth());
    out.put("bootstrap", points.sampling() == Sampling.BOOTSTRAP);
    out.put("seed", seed(growth, cut));
    return out;
  }

  /** Where the randomness of a fit comes from. */
  long seed(Growth growth, Cut cut) {
    return cut.seed(problem.seed().child("mllib").child(points.model()).child(growth.name()))
        .value();
  }

  private static double scale(List<Tree> trees) {
    double largest = 0;
    for (Tree tree : trees) {
      for (int node = 0; node < tree.nodes(); node++) {
        largest = Math.max(largest, Math.abs(tree.value(node, 0)));
      }
    }
    return Votes.scale(largest);
  }
}
