package tenfold.jobs.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import tenfold.core.data.Classes;
import tenfold.core.data.DataException;
import tenfold.core.data.Fitted;
import tenfold.core.data.Labels;
import tenfold.core.data.Schema;
import tenfold.core.model.ModelFiles;
import tenfold.core.model.SavedModel;

/** A model that predicts Spark's data sets. */
public final class SparkModel {

  /** Name of the column that {@link #transform} adds: a number, or the name of a class. */
  public static final String PREDICTION = "prediction";

  /** Name of the second column that it adds for classes. */
  public static final String PROBABILITY = "probability";

  private static final int BLOCK_ROWS = 4096;
  private static final Pattern ELEMENT = Pattern.compile("(.+)_(\\d+)");

  private final SavedModel model;

  /** A model in memory. */
  public SparkModel(SavedModel model) {
    this.model = model;
  }

  /** Reads the model in {@code path}, which is its directory or that of its run. */
  public static SparkModel load(String path, SparkSession spark) {
    Store given = Store.at(path, spark.sparkContext().hadoopConfiguration());
    Store store = given.has("model") ? given.child("model") : given;
    return new SparkModel(ModelFiles.read(store::bytes, store.path()));
  }

  /** The model and the columns that it expects. */
  public SavedModel saved() {
    return model;
  }

  /**
   * Returns the rows with a column of predictions, {@value #PREDICTION}, added at the end, and for
   * classes one more, {@value #PROBABILITY}: of two classes that of the positive one, of several
   * that of the predicted one. Several labels have both columns each, called {@code
   * prediction_LABEL} and {@code probability_LABEL}. Columns that the model does not know are
   * carried along; the target need not be there.
   *
   * @throws DataException if a column that the model needs is not there
   */
  public Dataset<Row> transform(Dataset<Row> rows) {
    Fitted fitted = model.fitted();
    StructType added = added();
    for (String name : added.fieldNames()) {
      if (Arrays.asList(rows.columns()).contains(name)) {
        throw new DataException(
            "the data have a column '%s' already; rename or drop it".formatted(name));
      }
    }
    Layout layout = layout(rows);
    JavaRDD<Row> predicted =
        rows.toJavaRDD().mapPartitions(part -> predict(new RowReader(layout), fitted, part));
    StructType schema = rows.schema();
    for (StructField column : added.fields()) {
      schema = schema.add(column);
    }
    return rows.sparkSession().createDataFrame(predicted, schema);
  }

  private StructType added() {
    if (model.fitted().classes().isEmpty()) {
      return new StructType().add(PREDICTION, DataTypes.DoubleType, false);
    }
    StructType added = new StructType();
    for (String target : model.schema().targets()) {
      String suffix = model.fitted().labels() > 0 ? Labels.suffix(target) : "";
      added =
          added
              .add(PREDICTION + suffix, DataTypes.StringType, false)
              .add(PROBABILITY + suffix, DataTypes.DoubleType, false);
    }
    return added;
  }

  private static Iterator<Row> predict(RowReader reader, Fitted fitted, Iterator<Row> rows) {
    return new Iterator<>() {
      private Iterator<Row> ready = List.<Row>of().iterator();

      @Override
      public boolean hasNext() {
        return ready.hasNext() || rows.hasNext();
      }

      @Override
      public Row next() {
        if (!ready.hasNext()) {
          List<Row> some = new ArrayList<>();
          while (rows.hasNext() && some.size() < BLOCK_ROWS) {
            some.add(rows.next());
          }
          ready = predicted(reader, fitted, some).iterator();
        }
        return ready.next();
      }
    };
  }

  private static List<Row> predicted(RowReader reader, Fitted fitted, List<Row> rows) {
    Chunk chunk = reader.read(0, rows.iterator()).next();
    chunk
        .scan()
        .texts()
        .forEach(
            (column, example) -> {
              throw new DataException(
                  "column '%s' has '%s' where the model was trained on numbers"
                      .formatted(column, example));
            });
    if (chunk.scan().problem() != null) {
      throw new DataException(chunk.scan().problem());
    }
    double[] predictions = fitted.predict(chunk.block());
    List<String> classes = fitted.classes();
    int targets = Math.max(1, fitted.labels());
    int each = classes.size() / targets;
    List<Row> out = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      List<Object> cells = new ArrayList<>();
      for (int c = 0; c < row.size(); c++) {
        cells.add(row.get(c));
      }
      if (classes.isEmpty()) {
        cells.add(predictions[i]);
      }
      for (int t = 0; t < targets && !classes.isEmpty(); t++) {
        int at = i * targets + t;
        cells.add(classes.get(t * each + Classes.likeliest(predictions, at, each)));
        cells.add(Classes.shown(predictions, at, each));
      }
      out.add(RowFactory.create(cells.toArray()));
    }
    return out;
  }

  /** Finds the model's columns in the rows, by name. */
  private Layout layout(Dataset<Row> rows) {
    List<String> columns = Arrays.asList(rows.columns());
    List<Layout.NumberAt> numbers = new ArrayList<>();
    Set<String> absent = new HashSet<>();
    Schema schema = model.schema();
    for (String name : schema.numbers()) {
      Matcher element = ELEMENT.matcher(name);
      if (columns.contains(name)) {
        refuseNonNumbers(rows.schema().apply(name));
        numbers.add(new Layout.NumberAt(columns.indexOf(name), -1, 0));
      } else if (element.matches() && isVector(rows, columns.indexOf(element.group(1)))) {
        numbers.add(
            new Layout.NumberAt(
                columns.indexOf(element.group(1)),
                Integer.parseInt(element.group(2)),
                vectorSize(element.group(1))));
      } else {
        absent.add(name);
      }
    }
    schema.names().stream().filter(name -> !columns.contains(name)).forEach(absent::add);
    if (!absent.isEmpty()) {
      throw new DataException(
          "the data have no column %s, which the model needs; they have %s"
              .formatted(
                  String.join(", ", absent.stream().sorted().map(a -> "'" + a + "'").toList()),
                  String.join(", ", columns)));
    }
    return new Layout(
        schema,
        numbers,
        schema.names().stream().map(columns::indexOf).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        -1,
        -1,
        -1,
        -1,
        Layouts.blanks(model.options()));
  }

  private static void refuseNonNumbers(StructField column) {
    if (!(column.dataType() instanceof NumericType || column.dataType() instanceof StringType)) {
      throw new DataException(
          "column '%s' has type %s where the model was trained on numbers"
              .formatted(column.name(), column.dataType().simpleString()));
    }
  }

  private static boolean isVector(Dataset<Row> rows, int column) {
    return column >= 0
        && rows.schema().fields()[column].dataType().equals(SQLDataTypes.VectorType());
  }

  /** Length of the vectors of a column: as many numbers of the model as are named after it. */
  private int vectorSize(String column) {
    return (int)
        model.schema().numbers().stream()
            .map(ELEMENT::matcher)
            .filter(m -> m.matches() && m.group(1).equals(column))
            .count();
  }
}
