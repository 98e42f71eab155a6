package tenfold.jobs.spark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import tenfold.core.data.DataException;

/**
 * Rows with named columns: with the types of their source, or as texts whose types are still to be
 * told.
 *
 * @param rows the rows; of texts, one with a cell too many holds a {@link Misfit} there
 * @param columns names of the columns, in order
 * @param types their types; empty for texts
 * @param sample the first rows of texts
 * @param where names the data in messages
 */
record Frame(
    JavaRDD<Row> rows,
    List<String> columns,
    Optional<StructType> types,
    List<String[]> sample,
    String where) {

  Frame {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Integer before = seen.putIfAbsent(columns.get(i), i + 1);
      if (before != null) {
        throw new DataException(
            "%s: column '%s' is named twice, at positions %d and %d; give each its own name"
                .formatted(where, columns.get(i), before, i + 1));
      }
    }
  }

  static Frame ofTexts(
      JavaRDD<Row> rows, List<String> columns, List<String[]> sample, String where) {
    return new Frame(rows, columns, Optional.empty(), sample, where);
  }

  static Frame ofTypes(Dataset<Row> rows, String where) {
    return new Frame(
        Steady.rows(rows), List.of(rows.columns()), Optional.of(rows.schema()), List.of(), where);
  }
}
