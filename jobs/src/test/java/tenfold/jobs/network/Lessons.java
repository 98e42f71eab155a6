package tenfold.jobs.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;
import tenfold.core.conf.Experiment;
import tenfold.core.learn.network.Course;
import tenfold.core.learn.network.Share;
import tenfold.core.learn.network.State;
import tenfold.jobs.spark.Reader;
import tenfold.jobs.spark.run.Dealt;

/** Rows of three classes, and small networks that learn them. */
final class Lessons {

  private Lessons() {}

  /** So many rows, most of them where their class is. */
  static Dataset<Row> rows(SparkSession spark, int n, int partitions) {
    Random random = new Random(7);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int label = i % 3;
      double x = random.nextGaussian() + (label == 1 ? 2 : 0);
      double z = random.nextGaussian() + (label == 2 ? 2 : 0);
      rows.add(RowFactory.create("c" + label, x, z, i % 5 == 0 ? "odd" : "even"));
    }
    StructType type =
        new StructType()
            .add("y", DataTypes.StringType)
            .add("x", DataTypes.DoubleType)
            .add("z", DataTypes.DoubleType)
            .add("kind", DataTypes.StringType);
    return spark.createDataFrame(rows, type).repartition(partitions);
  }

  /**
   * A configuration with a network of 2 epochs of batches of 8.
   *
   * @param overrides in HOCON
   */
  static Experiment experiment(String overrides) {
    return Experiment.parse(
        """
        name = test, data { path = none, target = y }
        split { test = 0.2, folds = 4, seed = 3 }
        models.network { layers = [[6]], lambda = 0.1, epochs = 2, batch = 8, learning-rate = 0.05, optimizer = sgd }
        """
            + overrides,
        "test.conf",
        List.of());
  }

  /** The rows of an experiment as workers hold them. */
  static Shares shares(Experiment experiment, Dataset<Row> rows, int workers) {
    Dealt dealt =
        Dealt.of(
            new Reader(rows.sparkSession()).read(rows, experiment.data(), experiment.split()),
            experiment);
    return Shares.of(dealt.engine().blocks(), dealt.problem(), OneNetwork.of(experiment), workers);
  }

  /** So many epochs from the start; the master is closed. */
  static State epochs(Master master, Course course, int epochs) {
    try (master) {
      State state = course.start();
      for (int epoch = 1; epoch <= epochs; epoch++) {
        state = master.epoch(state, epoch);
      }
      return state;
    }
  }

  /** One epoch of one machine on the workers' batches put together. */
  static State joined(Shares shares) {
    Course course = shares.course();
    List<Share> all = shares.rdd().collect();
    int count = Resident.batches(course, shares.workers());
    MultiLayerNetwork net = course.net(course.start(), 1);
    for (int b = 0; b < count; b++) {
      List<DataSet> parts = new ArrayList<>();
      for (int w = 0; w < all.size(); w++) {
        parts.add(course.batches(w, all.get(w), count).get(b));
      }
      net.fit(DataSet.merge(parts));
    }
    return course.end(net);
  }

  /** The largest difference of two numbers in the same place. */
  static double distance(State a, State b) {
    double out = 0;
    assertThat(a.numbers()).hasSameSizeAs(b.numbers());
    for (int i = 0; i < a.numbers().length; i++) {
      out = Math.max(out, Math.abs(a.numbers()[i] - b.numbers()[i]));
    }
    return out;
  }
}
