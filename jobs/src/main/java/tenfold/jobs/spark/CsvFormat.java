package tenfold.jobs.spark;

import com.univocity.parsers.csv.CsvParser;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.csv.CSVOptions;
import scala.Predef;
import scala.collection.JavaConverters;
import tenfold.core.data.DataException;

/** How delimited text is cut into cells: the options of Spark's csv reader, in its own parser. */
final class CsvFormat implements Serializable {

  private static final long serialVersionUID = 1;

  private final TreeMap<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  CsvFormat(Map<String, String> options) {
    this.options.putAll(options);
  }

  /** Whether every file begins with a line of names. */
  boolean header() {
    return Boolean.parseBoolean(options.getOrDefault("header", "true"));
  }

  /** Whether each line is a row of its own, so that a file can be cut between any two. */
  boolean byLine() {
    boolean ascii = charset().newEncoder().canEncode('\n') && "\n".getBytes(charset()).length == 1;
    return ascii && !Boolean.parseBoolean(options.get("multiLine"));
  }

  /** What ends a line, or null for any of the usual ends. */
  String lineEnd() {
    return options.get("lineSep");
  }

  Charset charset() {
    String name = options.getOrDefault("encoding", options.get("charset"));
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new DataException(
          "data.options.encoding is '%s', which is no known encoding; UTF-8 is the default"
              .formatted(name));
    }
  }

  /** Whether a line is blank or a comment, and so no row. */
  boolean skips(String line) {
    String comment = options.get("comment");
    return line.isBlank()
        || (comment != null && !comment.isEmpty() && line.charAt(0) == comment.charAt(0));
  }

  /** The mark around a cell that may hold anything. */
  String quote() {
    return options.getOrDefault("quote", "\"");
  }

  /** Returns a new parser; it is for one thread. */
  CsvParser parser() {
    scala.collection.immutable.Map<String, String> all =
        JavaConverters.mapAsScalaMap(options).toMap(Predef.$conforms());
    try {
      return new CsvParser(new CSVOptions(all, false, "UTC").asParserSettings());
    } catch (RuntimeException e) {
      throw new DataException("data.options cannot be used: %s".formatted(e.getMessage()));
    }
  }
}
