package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Tuple2;
import tenfold.core.data.DataException;
import tenfold.jobs.Local;

/** Rows that are read again, as after the loss of an executor. */
class SteadyTest {

  private static final AtomicInteger TIMES = new AtomicInteger();

  @TempDir Path dir;

  @Test
  void rowsOfAShuffleKeepTheirPlacesHoweverTheyArrive() {
    SparkSession spark = Local.spark();
    List<Tuple2<Integer, Integer>> pairs = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      pairs.add(new Tuple2<>(i % 7, i));
    }
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelizePairs(pairs, 3)
            .partitionBy(new HashPartitioner(2))
            .mapPartitions(SteadyTest::inAnotherOrderEachTime)
            .map(pair -> RowFactory.create(pair._2(), pair._1(), "n" + pair._2() % 3));
    StructType types =
        new StructType()
            .add("a", DataTypes.IntegerType)
            .add("y", DataTypes.IntegerType)
            .add("na`me.d", DataTypes.StringType);
    Dataset<Row> unsteady = spark.createDataFrame(rows, types);

    try (Reading reading = Ask.of().read(unsteady)) {
      int before = TIMES.get();
      long[][] first = keys(reading);
      forget(spark);
      long[][] again = keys(reading);

      assertThat(TIMES).as("times that rows were computed").hasValueGreaterThan(before);
      assertThat(again).isDeepEqualTo(first);
      assertThat(Arrays.stream(first).mapToInt(k -> k.length).sum()).isEqualTo(10_000);
    }
  }

  @Test
  void rowsThatHaveChangedAreRefused() {
    Path file = Ask.write(dir.resolve("a.csv"), "a,y\n1,2\n3,4\n5,6\n");
    try (Reading reading = Ask.of(file).read()) {
      Ask.write(file, "a,y\n1,2\n3,9\n5,6\n");
      assertThat(keys(reading)).as("rows that are in memory").isNotEmpty();
      forget(Local.spark());

      assertThatThrownBy(() -> keys(reading))
          .hasRootCauseInstanceOf(DataException.class)
          .hasStackTraceContaining(
              "a.csv: rows that had to be read again are not what they were at first");
    }
  }

  private static <T> Iterator<T> inAnotherOrderEachTime(Iterator<T> rows) {
    List<T> all = new ArrayList<>();
    rows.forEachRemaining(all::add);
    Collections.rotate(all, TIMES.incrementAndGet());
    return all.iterator();
  }

  /** What is in the rows, block by block. */
  private static long[][] keys(Reading reading) {
    return reading.blocks().map(block -> block.key()).collect().toArray(new long[0][]);
  }

  /** Takes the rows out of memory. */
  private static void forget(SparkSession spark) {
    JavaSparkContext.fromSparkContext(spark.sparkContext())
        .getPersistentRDDs()
        .values()
        .forEach(rdd -> rdd.unpersist(true));
  }
}
