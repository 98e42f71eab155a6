package tenfold.jobs.spark;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows as Spark has them, not yet typed.
 *
 * @param rows the rows
 * @param columns names of the columns that hold data, in order; they are the first of the rows'
 *     columns
 * @param typing whether cells have the types of the source, or are texts whose types are still to
 *     be told
 * @param ragged position of the column that holds a line with the wrong number of cells, or -1
 * @param sample the first rows of texts; empty where types are declared
 * @param where names the data in messages
 */
record Frame(
    Dataset<Row> rows,
    List<String> columns,
    Typing typing,
    int ragged,
    List<Row> sample,
    String where) {

  /** Who says what a column holds. */
  enum Typing {
    DECLARED,
    TOLD
  }
}
