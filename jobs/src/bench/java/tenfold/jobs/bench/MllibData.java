package tenfold.jobs.bench;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import tenfold.core.data.Block;

/** The rows of a workload as MLlib takes them: cached, on the threads of this process. */
final class MllibData {

  static final String TARGET = "y";
  static final String INPUTS = "x";

  private MllibData() {}

  /** A Spark of {@code threads} threads of this process. */
  static SparkSession session(int threads) {
    return SparkSession.builder()
        .appName("bench")
        .master("local[%d]".formatted(threads))
        .config("spark.ui.enabled", false)
        .getOrCreate();
  }

  /** The rows, in {@code partitions} partitions; a class is its number. */
  static Dataset<Row> of(SparkSession spark, Workload work, int partitions) {
    StructType type =
        new StructType().add(TARGET, DataTypes.DoubleType).add(INPUTS, new VectorUDT());
    return spark.createDataFrame(rows(work), type).repartition(partitions).cache();
  }

  private static List<Row> rows(Workload work) {
    int columns = work.problem().schema().numbers().size();
    List<Row> out = new ArrayList<>();
    for (Block block : work.blocks()) {
      double[] target = work.target(block);
      for (int i = 0; i < block.rows(); i++) {
        double[] x = new double[columns];
        for (int j = 0; j < columns; j++) {
          x[j] = block.numbers(j)[i];
        }
        out.add(RowFactory.create(target[i], Vectors.dense(x)));
      }
    }
    return out;
  }
}
