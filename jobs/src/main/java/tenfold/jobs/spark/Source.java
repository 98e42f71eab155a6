package tenfold.jobs.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import tenfold.core.data.DataException;

/** Opens what {@code data.path} names, whatever its format and wherever it is. */
final class Source {

  private static final int SAMPLE = 1000;
  private static final String RAGGED = "_ragged";
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

  Source(SparkSession spark, List<String> paths, Map<String, Object> options) {
    this.spark = spark;
    this.paths = paths;
    this.options = options;
  }

  /** Returns the rows. Throws {@link DataException} if there is nothing to read. */
  Frame open() {
    String first = paths.get(0);
    String where = paths.size() == 1 ? first : first + " and " + (paths.size() - 1) + " more";
    if (first.startsWith(TABLE)) {
      return declared(spark.table(first.substring(TABLE.length())), where);
    }
    if (first.startsWith(JDBC)) {
      return declared(reader("jdbc").option("url", first).load(), "the jdbc source");
    }
    String file = firstFile();
    String format = format(file);
    if (format.equals("csv")) {
      return csv(file, where);
    }
    return declared(reader(format).load(paths.toArray(new String[0])), where);
  }

  /** Returns the rows of a data set that has types. */
  static Frame declared(Dataset<Row> rows, String where) {
    return new Frame(rows, List.of(rows.columns()), Frame.Typing.DECLARED, -1, List.of(), where);
  }

  private Frame csv(String file, String where) {
    Map<String, String> csv = new LinkedHashMap<>();
    csv.put("header", "true");
    if (extension(file).equals("tsv")) {
      csv.put("delimiter", "\t");
    }
    csv.putAll(handedOn());
    boolean header = Boolean.parseBoolean(csv.get("header"));
    String[] all = paths.toArray(new String[0]);
    Dataset<Row> raw = spark.read().options(csv).option("header", "false").csv(all);
    List<Row> sample =
        raw.columns().length == 0 ? List.of() : raw.limit(SAMPLE + 1).collectAsList();
    if (sample.isEmpty()) {
      throw new DataException("%s is empty; a header line and rows were expected".formatted(where));
    }
    List<String> names = header ? names(sample.get(0), where) : List.of(raw.columns());
    StructType schema = new StructType();
    for (String name : names) {
      schema = schema.add(name, DataTypes.StringType);
    }
    schema = schema.add(RAGGED, DataTypes.StringType);
    Dataset<Row> rows =
        spark
            .read()
            .options(csv)
            .option("mode", "PERMISSIVE")
            .option("columnNameOfCorruptRecord", RAGGED)
            .option("enforceSchema", "false")
            .schema(schema)
            .csv(all);
    return new Frame(
        rows,
        names,
        Frame.Typing.TOLD,
        names.size(),
        sample.subList(header ? 1 : 0, sample.size()),
        where);
  }

  private static List<String> names(Row header, String where) {
    List<String> names = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.isNullAt(i) ? "_c" + i : header.getString(i);
      name = i == 0 && name.startsWith("\uFEFF") ? name.substring(1) : name;
      Integer before = seen.putIfAbsent(name, i + 1);
      if (before != null) {
        throw new DataException(
            "%s: the header names column '%s' twice, at positions %d and %d; give each its own name"
                .formatted(where, name, before, i + 1));
      }
      names.add(name);
    }
    return names;
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

  /** The first file that the paths hold: itself, or in a directory, or matched by a glob. */
  private String firstFile() {
    for (String path : paths) {
      try {
        Path at = new Path(path);
        FileSystem files = at.getFileSystem(spark.sparkContext().hadoopConfiguration());
        FileStatus[] found = files.globStatus(at);
        if (found == null || found.length == 0) {
          throw new DataException(
              "data.path: there is no %s%s"
                  .formatted(
                      path,
                      at.isAbsolute()
                          ? ""
                          : " (looked for from " + files.getWorkingDirectory() + ")"));
        }
        FileStatus first = found[0];
        while (first.isDirectory()) {
          FileStatus[] inner = visible(files.listStatus(first.getPath()));
          if (inner.length == 0) {
            throw new DataException(
                "data.path: %s is an empty directory".formatted(first.getPath()));
          }
          first = inner[0];
        }
        return first.getPath().toString();
      } catch (FileNotFoundException e) {
        throw new DataException("data.path: there is no %s".formatted(path));
      } catch (IOException | IllegalArgumentException e) {
        throw new DataException("data.path: %s cannot be read: %s".formatted(path, e.getMessage()));
      }
    }
    throw new DataException("data.path is empty; name a file, a directory or a table");
  }

  private static FileStatus[] visible(FileStatus[] all) {
    return Stream.of(all)
        .filter(
            f -> !f.getPath().getName().startsWith("_") && !f.getPath().getName().startsWith("."))
        .sorted()
        .toArray(FileStatus[]::new);
  }
}
