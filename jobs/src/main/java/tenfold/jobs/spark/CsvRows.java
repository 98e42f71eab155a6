package tenfold.jobs.spark;

import com.univocity.parsers.csv.CsvParser;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;

/**
 * The rows of a piece of a file: texts, one for each column. A line that does not fit is a row with
 * one cell more, the {@link Misfit}. Blank lines and comments are no rows.
 */
abstract class CsvRows implements Iterator<Row> {

  private final List<String> names;
  private final CsvFormat format;
  private final String file;
  private boolean headerNext;
  private Row next;

  private CsvRows(CsvFormat format, List<String> names, String file, boolean top) {
    this.format = format;
    this.names = names;
    this.file = file;
    headerNext = top && format.header();
  }

  /** Returns the rows of whole lines, as Hadoop cuts them; {@code top} if they begin the file. */
  static CsvRows ofLines(
      CsvFormat format,
      List<String> names,
      String file,
      boolean top,
      Iterator<Tuple2<LongWritable, Text>> lines) {
    CsvParser parser = format.parser();
    Charset charset = format.charset();
    return new CsvRows(format, names, file, top) {
      private long line;
      private long offset;

      @Override
      String[] cells() {
        while (lines.hasNext()) {
          Tuple2<LongWritable, Text> at = lines.next();
          line++;
          offset = at._1().get();
          String text = new String(at._2().getBytes(), 0, at._2().getLength(), charset);
          if (!format.skips(text)) {
            return parser.parseLine(text);
          }
        }
        return null;
      }

      @Override
      Misfit misfit(String file, String problem) {
        return new Misfit(file, top ? line : 0, offset, problem);
      }
    };
  }

  /** Returns the rows of a whole file, whose cells may hold ends of lines. */
  static CsvRows ofText(CsvFormat format, List<String> names, String file, java.io.Reader text) {
    CsvParser parser = format.parser();
    parser.beginParsing(text);
    return new CsvRows(format, names, file, true) {
      @Override
      String[] cells() {
        return parser.parseNext();
      }

      @Override
      Misfit misfit(String file, String problem) {
        return new Misfit(file, parser.getContext().currentLine(), 0, problem);
      }
    };
  }

  /** The next line's cells; null at the end. */
  abstract String[] cells();

  /** Says where the line of {@link #cells} is. */
  abstract Misfit misfit(String file, String problem);

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = row();
    }
    return next != null;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return row;
  }

  private Row row() {
    String[] cells = cells();
    if (cells != null && headerNext) {
      headerNext = false;
      List<String> header = CsvFiles.names(cells);
      if (!header.equals(names)) {
        return unfit(
            "the header is %s where %s is expected; all files need the same columns in the same order"
                .formatted(header, names));
      }
      cells = cells();
    }
    if (cells == null) {
      return null;
    }
    return cells.length == names.size() ? RowFactory.create((Object[]) cells) : unfit(cells.length);
  }

  private Row unfit(int cells) {
    return unfit(
        "the line has %d cell%s but there are %d columns; cells that hold '%s' or the delimiter need quotes, and those that go on over lines data.options.multiLine = true"
            .formatted(cells, cells == 1 ? "" : "s", names.size(), format.quote()));
  }

  private Row unfit(String problem) {
    Object[] cells = Arrays.copyOf(new Object[0], names.size() + 1);
    cells[names.size()] = misfit(file, problem);
    return RowFactory.create(cells);
  }
}
