package tenfold.jobs.sweep;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import tenfold.core.data.Block;
import tenfold.core.data.Schema;
import tenfold.core.fold.Folds;
import tenfold.core.sweep.OutOfFold;
import tenfold.jobs.spark.Store;

/**
 * Writes what a run says of single rows, as parquet: their folds, and the winner's predictions for
 * them.
 */
final class Tables {

  private static final String KEY = "row_key";

  private final SparkSession spark;
  private final JavaRDD<Block> blocks;
  private final Schema schema;
  private final Folds folds;
  private final Store run;

  Tables(SparkSession spark, JavaRDD<Block> blocks, Schema schema, Folds folds, Store run) {
    this.spark = spark;
    this.blocks = blocks;
    this.schema = schema;
    this.folds = folds;
    this.run = run;
  }

  /**
   * Writes {@code folds/}: row key, ids, fold (-1 test, null never tested), one column more for
   * each repeat.
   */
  void folds() {
    Folds folds = this.folds; // what the tasks carry
    List<StructField> fields = fields();
    for (int r = 0; r < folds.repeats(); r++) {
      fields.add(
          DataTypes.createStructField(
              r == 0 ? "fold" : "fold_" + (r + 1), DataTypes.IntegerType, true));
    }
    int ids = schema.ids().size();
    write("folds", blocks.mapPartitions(part -> flat(part, b -> foldRows(b, folds, ids))), fields);
  }

  /**
   * Writes {@code predictions/}: row key, ids, fold, target and the prediction of the model that
   * did not see the row.
   */
  void predictions(OutOfFold model) {
    Folds folds = this.folds;
    List<StructField> fields = fields();
    fields.add(DataTypes.createStructField("fold", DataTypes.IntegerType, false));
    fields.add(DataTypes.createStructField("target", DataTypes.DoubleType, false));
    fields.add(DataTypes.createStructField("prediction", DataTypes.DoubleType, false));
    int ids = schema.ids().size();
    write(
        "predictions",
        blocks.mapPartitions(part -> flat(part, b -> predictionRows(b, folds, model, ids))),
        fields);
  }

  private List<StructField> fields() {
    List<StructField> fields = new ArrayList<>();
    fields.add(DataTypes.createStructField(KEY, DataTypes.LongType, false));
    schema
        .ids()
        .forEach(id -> fields.add(DataTypes.createStructField(id, DataTypes.StringType, true)));
    return fields;
  }

  private void write(String name, JavaRDD<Row> rows, List<StructField> fields) {
    spark
        .createDataFrame(rows, new StructType(fields.toArray(new StructField[0])))
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(run.child(name).path());
  }

  /** What one block becomes. */
  private interface Rows {
    List<Row> of(Block block);
  }

  private static Iterator<Row> flat(Iterator<Block> part, Rows rows) {
    Iterable<Block> blocks = () -> part;
    return StreamSupport.stream(blocks.spliterator(), false)
        .flatMap(b -> rows.of(b).stream())
        .iterator();
  }

  private static List<Row> foldRows(Block block, Folds folds, int ids) {
    int[][] part =
        IntStream.range(0, folds.repeats()).mapToObj(r -> folds.of(block, r)).toArray(int[][]::new);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < block.rows(); i++) {
      Object[] cells = cells(block, i, ids, folds.repeats());
      for (int r = 0; r < part.length; r++) {
        cells[1 + ids + r] = part[r][i] == Folds.NEVER ? null : (Integer) part[r][i];
      }
      rows.add(RowFactory.create(cells));
    }
    return rows;
  }

  private static List<Row> predictionRows(Block block, Folds folds, OutOfFold model, int ids) {
    int[] part = folds.of(block, 0);
    double[] predicted = model.predict(block);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < block.rows(); i++) {
      if (part[i] >= 0) {
        Object[] cells = cells(block, i, ids, 3);
        cells[1 + ids] = part[i];
        cells[2 + ids] = block.target()[i];
        cells[3 + ids] = predicted[i];
        rows.add(RowFactory.create(cells));
      }
    }
    return rows;
  }

  private static Object[] cells(Block block, int row, int ids, int more) {
    Object[] cells = new Object[1 + ids + more];
    cells[0] = block.key()[row];
    for (int j = 0; j < ids; j++) {
      cells[1 + j] = block.ids(j)[row];
    }
    return cells;
  }
}
