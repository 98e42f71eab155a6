package tenfold.jobs.spark;

import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.ShuffleDependency;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.UserDefinedType;
import scala.collection.JavaConverters;
import tenfold.core.data.DataException;

/**
 * Partitions that are the same each time they are computed: where an executor is lost with its
 * cached rows, Spark computes them again, and who knows a row by its place must find it there.
 */
final class Steady {

  private Steady() {}

  /**
   * Returns rows in an order that repeats. Those of a shuffle come in that of their arrival, so
   * they are sorted within their partitions; others stay as they stand.
   */
  static JavaRDD<Row> rows(Dataset<Row> rows) {
    JavaRDD<Row> plain = rows.toJavaRDD();
    if (!shuffled(plain.rdd())) {
      return plain;
    }
    Column[] cells =
        Arrays.stream(rows.schema().fields())
            .filter(field -> hashable(field.dataType()))
            .map(field -> functions.col("`" + field.name().replace("`", "``") + "`"))
            .toArray(Column[]::new);
    return rows.sparkSession()
        .createDataFrame(plain, rows.schema()) // not rows itself: its shuffle would run again
        .sortWithinPartitions(functions.xxhash64(cells))
        .toJavaRDD();
  }

  private static boolean shuffled(RDD<?> rdd) {
    return JavaConverters.seqAsJavaList(rdd.dependencies()).stream()
        .anyMatch(its -> its instanceof ShuffleDependency || shuffled(its.rdd()));
  }

  /** Whether Spark has a hash of such cells; of those that can be features it has. */
  private static boolean hashable(DataType type) {
    return type.equals(SQLDataTypes.VectorType())
        || !(type instanceof MapType
            || type instanceof ArrayType
            || type instanceof StructType
            || type instanceof UserDefinedType);
  }

  /**
   * Returns the chunks of a partition, and refuses at its end if they are not those that were first
   * read.
   *
   * @param print of the partition when it was first read
   */
  static Iterator<Chunk> same(Iterator<Chunk> chunks, long print, String where) {
    return new Iterator<>() {
      private long again = Scan.BLANK;

      @Override
      public boolean hasNext() {
        boolean more = chunks.hasNext();
        if (!more && again != print) {
          throw new DataException(
              "%s: rows that had to be read again are not what they were at first; write data that change to a file, and read that"
                  .formatted(where));
        }
        return more;
      }

      @Override
      public Chunk next() {
        Chunk chunk = chunks.next();
        again = chunk.scan().after(again);
        return chunk;
      }
    };
  }
}
