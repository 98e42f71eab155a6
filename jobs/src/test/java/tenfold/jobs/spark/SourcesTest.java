package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Task;
import tenfold.jobs.Local;

/** Sources whose columns have types: files of Spark's formats, tables, data sets of a program. */
class SourcesTest {

  private static final StructType TYPES =
      new StructType()
          .add("n", DataTypes.IntegerType)
          .add("d", DataTypes.createDecimalType(9, 2))
          .add("s", DataTypes.StringType)
          .add("b", DataTypes.BooleanType)
          .add("y", DataTypes.DoubleType);

  @TempDir Path dir;

  private static Dataset<Row> small() {
    return rows(
        TYPES,
        RowFactory.create(1, new BigDecimal("2.50"), "u", true, 3.0),
        RowFactory.create(null, null, null, null, 4.0));
  }

  @Test
  void parquetOrcAndADataSetAreTheSameData() {
    String parquet = dir.resolve("p.parquet").toString();
    String orc = dir.resolve("o.orc").toString();
    small().coalesce(1).write().parquet(parquet);
    small().coalesce(1).write().orc(orc);
    try (Reading set = Ask.of().read(small())) {
      assertThat(set.schema().features())
          .containsExactly(
              new Feature("n", Kind.NUMBER),
              new Feature("d", Kind.NUMBER),
              new Feature("s", Kind.NAME),
              new Feature("b", Kind.NAME));
      assertThat(Ask.numbers(set, "d")).containsExactly(2.5, Double.NaN);
      assertThat(Ask.names(set, "b")).containsExactly("true", null);
      for (String path : List.of(parquet, orc)) {
        try (Reading file = Ask.of(path).read()) {
          assertThat(file.schema()).isEqualTo(set.schema());
          assertThat(file.fingerprint()).isEqualTo(set.fingerprint());
        }
      }
    }
  }

  @Test
  void jsonIsTypedBySpark() {
    Ask ask =
        Ask.lines(
            dir, "a.jsonl", "{\"a\": 1.5, \"b\": \"u\", \"y\": 2}", "{\"b\": \"v\", \"y\": 3}");
    try (Reading reading = ask.read()) {
      assertThat(Ask.numbers(reading, "a")).containsExactly(1.5, Double.NaN);
      assertThat(Ask.names(reading, "b")).containsExactly("u", "v");
    }
  }

  @Test
  void libsvmBecomesNumbers() {
    Ask ask = Ask.lines(dir, "a.libsvm", "1 1:0.5 3:2", "0 2:1").target("label");
    try (Reading reading = ask.read()) {
      assertThat(reading.schema().numbers())
          .containsExactly("features_0", "features_1", "features_2");
      assertThat(Ask.numbers(reading, "features_2")).containsExactly(2.0, 0.0);
    }
  }

  @Test
  void vectorsOfTwoLengthsAreRefused() {
    StructType types =
        new StructType().add("v", SQLDataTypes.VectorType()).add("y", DataTypes.DoubleType);
    Dataset<Row> rows =
        rows(
            types,
            RowFactory.create(Vectors.dense(1, 2), 1.0),
            RowFactory.create(Vectors.dense(1, 2, 3), 1.0));
    assertThat(Ask.of().refusal(rows)).contains("data row 2", "3 elements", "first has 2");
  }

  @Test
  void tablesOfTheCatalogAreRead() {
    small().createOrReplaceTempView("small");
    try (Reading reading = Ask.of("table:small").read()) {
      assertThat(reading.rows()).isEqualTo(2);
    }
    assertThat(Ask.of("table:none").refusal()).contains("no table 'none'", "table:NAME");
  }

  @Test
  void databasesAreRead() throws SQLException {
    String url = "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1;USER=sa;PASSWORD=hunter2";
    try (Connection shop = DriverManager.getConnection(url);
        Statement sql = shop.createStatement()) {
      sql.execute("create table sales (\"a\" int, \"s\" varchar(9), \"y\" double precision)");
      sql.execute("insert into sales values (1, 'u', 2.5), (null, 'v', 3)");
    }
    try (Reading reading = Ask.of(url).option("dbtable", "sales").read()) {
      assertThat(Ask.numbers(reading, "a")).containsExactly(1.0, Double.NaN);
      assertThat(Ask.names(reading, "s")).containsExactly("u", "v");
    }
    assertThat(Ask.of(url).refusal()).contains("dbtable", "query").doesNotContain("hunter2");
    assertThat(Ask.of(url).option("dbtable", "none").refusal())
        .contains("the jdbc source cannot be read", "NONE")
        .doesNotContain("hunter2")
        .doesNotContain("\n");
    assertThat(
            Ask.of("jdbc:h2:mem:shop;USER=sa;PASSWORD=hunter3")
                .option("dbtable", "sales")
                .refusal())
        .contains("the jdbc source cannot be read")
        .doesNotContain("hunter3");
    assertThat(Ask.of("jdbc:nodriver:x;password=hunter2").option("dbtable", "t").refusal())
        .contains("the jdbc source cannot be read")
        .doesNotContain("hunter2");
  }

  @Test
  void typesThatAreNeitherNumbersNorNamesAreRefusedWithAdvice() {
    Dataset<Row> rows =
        small()
            .selectExpr(
                "*",
                "array(n) as list",
                "map('k', n) as pairs",
                "struct(n, s) as pair",
                "current_timestamp() as at",
                "current_date() as day");
    for (String column : List.of("list", "pairs", "pair", "at", "day")) {
      assertThat(Ask.of().refusal(rows.select("n", "y", column)))
          .contains("the data set: column '" + column + "' has type", "data.ignore");
    }
    try (Reading reading = Ask.of().ignore("list", "pairs", "pair", "at", "day").read(rows)) {
      assertThat(reading.schema().numbers()).containsExactly("n", "d");
    }
  }

  @Test
  void datesAndTimesOrderRows() {
    StructType types =
        new StructType()
            .add("day", DataTypes.DateType)
            .add("at", DataTypes.TimestampType)
            .add("a", DataTypes.LongType)
            .add("y", DataTypes.FloatType);
    Dataset<Row> rows =
        rows(
            types,
            RowFactory.create(
                Date.valueOf("2024-01-31"), new Timestamp(1_706_659_200_000L), 1L, 1f),
            RowFactory.create(
                Date.valueOf("2024-02-01"), new Timestamp(1_706_659_200_001L), 1L, 1f));
    try (Reading days = Ask.of().orderBy("day").ignore("at").read(rows);
        Reading times = Ask.of().orderBy("at").ignore("day").read(rows)) {
      assertThat(days.blocks().collect().get(0).order())
          .containsExactly(1_706_659_200_000_000L, 1_706_745_600_000_000L);
      assertThat(times.blocks().collect().get(0).order())
          .containsExactly(1_706_659_200_000_000L, 1_706_659_200_001_000L);
    }
  }

  @Test
  void notANumberIsMissing() {
    StructType types =
        new StructType().add("a", DataTypes.DoubleType).add("y", DataTypes.DoubleType);
    Dataset<Row> rows = rows(types, RowFactory.create(Double.NaN, 1.0));
    assertThat(Ask.of().failOnMissing().refusal(rows)).contains("column 'a' misses 1 value");
    assertThat(Ask.of().refusal(rows(types, RowFactory.create(1.0, Double.NaN))))
        .contains("target 'y' is missing");
    assertThat(Ask.of().refusal(rows(types, RowFactory.create(Double.NEGATIVE_INFINITY, 1.0))))
        .contains("column 'a' has '-Infinity'");
  }

  @Test
  void noRowsAreRefused() {
    assertThat(Ask.of().refusal(small().limit(0))).contains("the data set", "no rows");
  }

  @Test
  void booleansAreClasses() {
    try (Reading reading = Ask.of().target("b").anyTask().read(small().where("b is not null"))) {
      assertThat(reading.schema().task()).isEqualTo(Task.CLASSIFICATION);
      assertThat(Ask.targets(reading)).containsExactly("true");
    }
  }

  @Test
  void aFileThatIsNoParquetIsRefusedInOneSentence() {
    assertThat(Ask.lines(dir, "a.parquet", "a,y", "1,2").refusal())
        .contains("a.parquet cannot be read")
        .doesNotContain("\n");
  }

  @Test
  void aColumnNamedTwiceIsRefused() {
    Dataset<Row> twins = small().selectExpr("n", "n", "y");
    assertThat(Ask.of().refusal(twins))
        .contains("the data set", "'n' is named twice", "positions 1 and 2");
  }

  private static Dataset<Row> rows(StructType types, Row... rows) {
    return Local.spark().createDataFrame(Arrays.asList(rows), types).coalesce(1);
  }
}
