package tenfold.jobs.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import tenfold.core.data.DataException;

/** Opens what {@code data.path} names, whatever its format and wherever it is. */
final class Source {

  private static final String TABLE = "table:";
  private static final String JDBC = "jdbc:";

  /** Formats by the ending of a file's name, without that of its compression. */
  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("csv", "csv"),
          Map.entry("txt", "csv"),
          Map.entry("tsv", "csv"),
          Map.entry("parquet", "parquet"),
          Map.entry("orc", "orc"),
          Map.entry("json", "json"),
          Map.entry("jsonl", "json"),
          Map.entry("ndjson", "json"),
          Map.entry("libsvm", "libsvm"),
          Map.entry("svm", "libsvm"),
          Map.entry("svmlight", "libsvm"));

  private final SparkSession spark;
  private final List<String> paths;
  private final Map<String, Object> options;
  private List<FileStatus> files; // once listed

  Source(SparkSession spark, List<String> paths, Map<String, Object> options) {
    this.spark = spark;
    this.paths = paths;
    this.options = options;
  }

  /** Returns the rows. Throws {@link DataException} if there is nothing to read. */
  Frame open() {
    Optional<Dataset<Row>> typed = typed();
    return typed.isPresent() ? Frame.ofTypes(typed.get(), where()) : texts();
  }

  /** Returns the rows as a data set, in which the cells of csv are texts. */
  Dataset<Row> dataset() {
    return typed().orElseGet(() -> dataset(texts()));
  }

  private Dataset<Row> dataset(Frame texts) {
    StructType types = new StructType();
    for (String column : texts.columns()) {
      types = types.add(column, DataTypes.StringType);
    }
    int width = texts.columns().size();
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    SerializableConfiguration shipped = new SerializableConfiguration(hadoop);
    return spark.createDataFrame(
        texts
            .rows()
            .map(
                row -> {
                  if (row.size() > width) {
                    throw CsvFiles.refusal((Misfit) row.get(width), shipped.value());
                  }
                  return row;
                }),
        types);
  }

  /** The rows of a source that has types; nothing for csv. */
  private Optional<Dataset<Row>> typed() {
    String first = paths.get(0);
    if (first.startsWith(TABLE)) {
      return Optional.of(table(first.substring(TABLE.length())));
    }
    if (first.startsWith(JDBC)) {
      return Optional.of(jdbc(first));
    }
    if (first.startsWith(Synthetic.PREFIX)) {
      return Optional.of(Synthetic.of(first).open(spark));
    }
    String format = format(files().get(0).getPath().toString());
    if (format.equals("csv")) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader(format).load(paths.toArray(new String[0])));
    } catch (Exception e) { // Spark throws checked AnalysisExceptions undeclared
      throw Refusals.of(e, where());
    }
  }

  private Dataset<Row> table(String name) {
    try {
      return spark.table(name);
    } catch (Exception e) {
      throw new DataException(
          "data.path: the catalog has no table '%s'; give one as table:NAME or table:DATABASE.NAME"
              .formatted(name));
    }
  }

  private Dataset<Row> jdbc(String url) {
    if (!options.containsKey("dbtable") && !options.containsKey("query")) {
      throw new DataException(
          "data.path is a jdbc address but data.options names neither dbtable nor query; name one");
    }
    try {
      return reader("jdbc").option("url", url).load();
    } catch (Exception e) {
      throw Refusals.of(e, where());
    }
  }

  private Frame texts() {
    List<FileStatus> files = files();
    Map<String, String> csv = new LinkedHashMap<>();
    if (extension(files.get(0).getPath().toString()).equals("tsv")) {
      csv.put("delimiter", "\t");
    }
    csv.putAll(handedOn());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return new CsvFiles(context, files, new CsvFormat(csv), where()).open();
  }

  /** What the data are called in messages: never an address that may hold a password. */
  private String where() {
    String first = paths.get(0);
    if (first.startsWith(JDBC)) {
      return "the jdbc source";
    }
    return paths.size() == 1 ? first : first + " and " + (paths.size() - 1) + " more";
  }

  private DataFrameReader reader(String format) {
    return spark.read().format(format).options(handedOn());
  }

  /** Options for Spark's reader: all but those that are ours. */
  private Map<String, String> handedOn() {
    Map<String, String> out = new LinkedHashMap<>();
    options.forEach(
        (key, value) -> {
          if (!key.equals("null") && !key.equals("format")) {
            out.put(key, String.valueOf(value));
          }
        });
    return out;
  }

  private String format(String file) {
    Object asked = options.get("format");
    if (asked != null) {
      return asked.toString().toLowerCase(Locale.ROOT);
    }
    String format = FORMATS.get(extension(file));
    if (format == null) {
      throw new DataException(
          "%s has no ending that names a format (%s); say which with data.options.format"
              .formatted(file, String.join(", ", FORMATS.keySet().stream().sorted().toList())));
    }
    return format;
  }

  private static String extension(String file) {
    String name =
        file.toLowerCase(Locale.ROOT).replaceAll("\\.(gz|bz2|zst|xz|lz4|snappy|deflate)$", "");
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * All files that the paths hold, in the order of the paths and then of their names. Throws {@link
   * UsageException} if executors do not see them.
   */
  private List<FileStatus> files() {
    if (files == null) {
      files = listed();
      Reach.of(spark.sparkContext()).readable(files);
    }
    return files;
  }

  private List<FileStatus> listed() {
    List<FileStatus> all = new ArrayList<>();
    for (String path : paths) {
      try {
        Path at = new Path(path);
        FileSystem system = at.getFileSystem(spark.sparkContext().hadoopConfiguration());
        FileStatus[] found = system.globStatus(at);
        if (found == null || found.length == 0) {
          throw new DataException(
              "data.path: there is no %s%s"
                  .formatted(
                      path,
                      at.isAbsolute()
                          ? ""
                          : " (looked for from " + system.getWorkingDirectory() + ")"));
        }
        int before = all.size();
        for (FileStatus one : found) {
          collect(system, one, all);
        }
        if (all.size() == before) {
          throw new DataException("data.path: %s is an empty directory".formatted(path));
        }
      } catch (FileNotFoundException e) {
        throw new DataException("data.path: there is no %s".formatted(path));
      } catch (IOException | IllegalArgumentException e) {
        throw new DataException("data.path: %s cannot be read: %s".formatted(path, e.getMessage()));
      }
    }
    return all;
  }

  private static void collect(FileSystem system, FileStatus at, List<FileStatus> into)
      throws IOException {
    if (!at.isDirectory()) {
      into.add(at);
      return;
    }
    FileStatus[] inner = system.listStatus(at.getPath());
    Arrays.sort(inner);
    for (FileStatus one : inner) {
      if (!one.getPath().getName().startsWith("_") && !one.getPath().getName().startsWith(".")) {
        collect(system, one, into);
      }
    }
  }
}
