package tenfold.jobs.spark.trees;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import tenfold.core.data.Block;
import tenfold.core.sweep.Problem;
import tenfold.jobs.spark.Jobs;

/**
 * The rows of a fit as Spark's learners take them: columns {@code label}, {@code features}, {@code
 * weight}.
 */
record TrainingRows(Problem problem, Features features, Cut cut)
    implements FlatMapFunction<Block, Row> {

  static final String LABEL = "label";
  static final String FEATURES = "features";
  static final String WEIGHT = "weight";

  /** Whether rows have weights. */
  static boolean weighted(JavaRDD<Block> blocks) {
    return Jobs.of(blocks.context(), "looking for weights", blocks.map(Block::weighted)::first);
  }

  /** Returns the rows of these blocks; nothing is computed yet. */
  Dataset<Row> of(JavaRDD<Block> blocks) {
    StructType type =
        new StructType(
            new StructField[] {
              new StructField(LABEL, DataTypes.DoubleType, false, label()),
              new StructField(FEATURES, SQLDataTypes.VectorType(), false, Metadata.empty()),
              new StructField(WEIGHT, DataTypes.DoubleType, false, Metadata.empty())
            });
    SparkSession spark = SparkSession.builder().getOrCreate();
    return spark.createDataFrame(blocks.flatMap(this), type);
  }

  /** Says how many classes there are: a fold may lack one, and Spark would count again. */
  private Metadata label() {
    int classes = problem.classes().size();
    return classes == 0
        ? Metadata.empty()
        : NominalAttribute.defaultAttr().withName(LABEL).withNumValues(classes).toMetadata();
  }

  @Override
  public Iterator<Row> call(Block block) {
    double[][] columns = features.inputs().of(block);
    double[] target = Targets.of(problem, block);
    int[] part = problem.folds().of(block, cut.repeat());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < part.length; i++) {
      if (cut.trains(problem.folds(), part[i])) {
        rows.add(RowFactory.create(target[i], features.vector(columns, i), block.weight(i)));
      }
    }
    return rows.iterator();
  }
}
