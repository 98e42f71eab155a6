package tenfold.jobs.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import tenfold.core.conf.Experiment;
import tenfold.jobs.Local;
import tenfold.jobs.spark.Reader;
import tenfold.jobs.spark.run.Dealt;

/** Rows of three classes, and small networks that learn them. */
final class Lessons {

  private Lessons() {}

  /** So many rows, most of them where their class is. */
  static Dataset<Row> rows(int n, int partitions) {
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
    return Local.spark().createDataFrame(rows, type).repartition(partitions);
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
            new Reader(Local.spark()).read(rows, experiment.data(), experiment.split()),
            experiment);
    return Shares.of(dealt.engine().blocks(), dealt.problem(), OneNetwork.of(experiment), workers);
  }
}
