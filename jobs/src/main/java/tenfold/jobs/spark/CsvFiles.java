package tenfold.jobs.spark;

import com.univocity.parsers.csv.CsvParser;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.mapred.FileInputFormat;
import org.apache.hadoop.mapred.FileSplit;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.mapred.TextInputFormat;
import org.apache.spark.api.java.JavaHadoopRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import tenfold.core.data.DataException;

/**
 * Files of delimited text as rows of texts, read with Spark's parser but not through Spark SQL:
 * that takes seconds to start, guesses types from a pass of its own, and does not say where a bad
 * line is.
 */
final class CsvFiles {

  private static final int SAMPLE = 1000;

  /** A file is cut into pieces of at least this many bytes. */
  private static final long PIECE = 1 << 22;

  private final JavaSparkContext spark;
  private final List<FileStatus> files;
  private final CsvFormat format;
  private final String where;

  CsvFiles(JavaSparkContext spark, List<FileStatus> files, CsvFormat format, String where) {
    this.spark = spark;
    this.files = files;
    this.format = format;
    this.where = where;
  }

  /** Returns the rows, and the first of them as a sample. */
  Frame open() {
    List<String[]> top = top();
    if (top.isEmpty()) {
      throw new DataException("%s is empty; a header line and rows were expected".formatted(where));
    }
    List<String> names =
        format.header()
            ? names(top.get(0))
            : IntStream.range(0, top.get(0).length).mapToObj(i -> "_c" + i).toList();
    List<String[]> sample = top.subList(format.header() ? 1 : 0, top.size());
    return Frame.ofTexts(format.byLine() ? lines(names) : texts(names), names, sample, where);
  }

  /** Names of the columns by a header; one without a name is called by its place, as in Spark. */
  static List<String> names(String[] header) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.length; i++) {
      String name = header[i] == null ? "" : header[i];
      name = i == 0 && name.startsWith("\uFEFF") ? name.substring(1) : name;
      names.add(name.isEmpty() ? "_c" + i : name);
    }
    return names;
  }

  /** Returns what to say about a misfit. */
  static DataException refusal(Misfit misfit, Configuration hadoop) {
    long line = line(misfit, hadoop);
    return new DataException(
        "%s%s: %s"
            .formatted(
                misfit.file().replaceFirst("^file:/+", "/"),
                line > 0 ? ", line %,d".formatted(line) : "",
                misfit.problem()));
  }

  /** Returns which line of its file, from 1, a misfit is; 0 where that cannot be told. */
  private static long line(Misfit misfit, Configuration hadoop) {
    if (misfit.line() > 0 || codec(misfit.file(), hadoop) != null) {
      return misfit.line();
    }
    try (InputStream in = stream(misfit.file(), hadoop)) {
      long line = 1;
      for (long at = 0; at < misfit.offset(); at++) {
        line += in.read() == '\n' ? 1 : 0;
      }
      return line;
    } catch (IOException e) {
      return 0;
    }
  }

  /** The first lines of the first file that has any. */
  private List<String[]> top() {
    List<String[]> top = new ArrayList<>();
    for (FileStatus file : files) {
      try (Reader text = text(file.getPath().toString(), format, spark.hadoopConfiguration())) {
        if (format.byLine() && format.lineEnd() == null) {
          topLines(new BufferedReader(text), top);
        } else {
          topRows(text, top);
        }
      } catch (IOException e) {
        throw new DataException("%s cannot be read: %s".formatted(file.getPath(), e.getMessage()));
      }
      if (!top.isEmpty()) {
        break;
      }
    }
    return top;
  }

  private void topLines(BufferedReader text, List<String[]> top) throws IOException {
    CsvParser parser = format.parser();
    for (String line = text.readLine();
        line != null && top.size() <= SAMPLE;
        line = text.readLine()) {
      if (!format.skips(line)) {
        top.add(parser.parseLine(line));
      }
    }
  }

  private void topRows(Reader text, List<String[]> top) {
    CsvParser parser = format.parser();
    parser.beginParsing(text);
    for (String[] row = parser.parseNext();
        row != null && top.size() <= SAMPLE;
        row = parser.parseNext()) {
      top.add(row);
    }
    parser.stopParsing();
  }

  /** Rows of files that can be cut at any line. */
  private JavaRDD<Row> lines(List<String> names) {
    JobConf job = new JobConf(spark.hadoopConfiguration());
    FileInputFormat.setInputPaths(
        job, files.stream().map(f -> literal(f.getPath())).toArray(Path[]::new));
    if (format.lineEnd() != null) {
      job.set("textinputformat.record.delimiter", format.lineEnd());
    }
    long bytes = files.stream().mapToLong(FileStatus::getLen).sum();
    int slots = Slots.most(spark.sc()).orElse(1); // then files are cut where their blocks end
    int pieces = (int) Math.max(1, Math.min(slots, bytes / PIECE));
    var hadoop =
        (JavaHadoopRDD<LongWritable, Text>)
            spark.hadoopRDD(job, TextInputFormat.class, LongWritable.class, Text.class, pieces);
    CsvFormat shipped = format;
    return hadoop.mapPartitionsWithInputSplit(
        (split, lines) -> {
          FileSplit piece = (FileSplit) split;
          String file = piece.getPath().toString();
          return CsvRows.ofLines(shipped, names, file, piece.getStart() == 0, lines);
        },
        true);
  }

  /** Rows of files that have to be read from their beginning. */
  private JavaRDD<Row> texts(List<String> names) {
    Broadcast<SerializableConfiguration> hadoop =
        spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    List<String> paths = files.stream().map(f -> f.getPath().toString()).toList();
    CsvFormat shipped = format;
    return spark
        .parallelize(paths, paths.size())
        .flatMap(path -> texts(shipped, names, path, hadoop.value().value()));
  }

  private static Iterator<Row> texts(
      CsvFormat format, List<String> names, String file, Configuration hadoop) throws IOException {
    // The parser closes the text at its end.
    return CsvRows.ofText(format, names, file, text(file, format, hadoop));
  }

  private static Reader text(String file, CsvFormat format, Configuration hadoop)
      throws IOException {
    return new InputStreamReader(stream(file, hadoop), format.charset());
  }

  private static InputStream stream(String file, Configuration hadoop) throws IOException {
    Path path = new Path(file);
    InputStream in = path.getFileSystem(hadoop).open(path);
    CompressionCodec codec = codec(file, hadoop);
    return new BufferedInputStream(codec == null ? in : codec.createInputStream(in), 1 << 16);
  }

  private static CompressionCodec codec(String file, Configuration hadoop) {
    return new CompressionCodecFactory(hadoop).getCodec(new Path(file));
  }

  /** The path with every mark of a pattern taken as it stands. */
  private static Path literal(Path path) {
    return new Path(path.toString().replaceAll("([\\[\\]{}*?])", "\\\\$1"));
  }
}
