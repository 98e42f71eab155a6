package tenfold.core.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import tenfold.core.data.Coded;
import tenfold.core.data.Column;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.RawTable;
import tenfold.core.data.Table;

/**
 * Builds the table of the training part on the driver: a pass gathers keys, targets, weights and
 * parts, and further passes gather the columns, as many at a time as memory is set aside for. Rows
 * are put in the order of their keys, so that the table is the same, byte for byte, for any order
 * and partitioning of the data.
 */
public final class Tables {

  /** Bytes of numbers gathered in one pass. */
  private static final long GATHER = 1 << 28;

  private Tables() {}

  /**
   * Returns the table of the problem's training part, its inputs coded.
   *
   * @param bins most codes of a column of numbers, from 1 to {@value Column#CODES}
   * @throws TooLarge if it has more rows than an array can hold
   */
  public static Keyed<Table> of(Engine engine, Problem problem, int bins) {
    Ordered rows = Ordered.of(engine, problem);
    List<Coded> columns = new ArrayList<>();
    columns(engine, problem, rows, (input, first, values) -> coded(input, first, values, bins))
        .forEach(columns::addAll);
    return rows.keyed(
        new Table(
            columns.stream().map(Coded::column).toList(),
            columns.stream().map(Coded::codes).toArray(byte[][]::new),
            rows.facts()));
  }

  /**
   * Returns the table of the problem's training part with its inputs as they are.
   *
   * @throws TooLarge if it has more rows than an array can hold
   */
  public static Keyed<RawTable> raw(Engine engine, Problem problem) {
    Ordered rows = Ordered.of(engine, problem);
    List<float[]> columns =
        columns(engine, problem, rows, (input, first, values) -> RawTable.singles(values));
    Inputs inputs = Inputs.of(problem.schema(), problem.encoder());
    return rows.keyed(new RawTable(inputs, columns.toArray(float[][]::new), rows.facts()));
  }

  /**
   * Bytes of a coded table of data of this size, at most, where rows have no weights: those add 8 a
   * row.
   */
  public static long bytes(Shape shape) {
    long columns = (long) shape.numbers() + shape.names() + shape.indicators() / Column.CODES;
    return shape.rows() * (columns + factBytes(shape));
  }

  /** Bytes of a raw table, likewise. */
  public static long rawBytes(Shape shape) {
    long columns = (long) shape.numbers() + shape.names();
    return shape.rows() * (columns * Float.BYTES + factBytes(shape));
  }

  private static long factBytes(Shape shape) {
    return Math.max(Double.BYTES, (long) Integer.BYTES * shape.labels())
        + (long) Integer.BYTES * shape.repeats();
  }

  /**
   * Bytes that building a table takes beside: keys, targets and parts as they come and in order,
   * and the numbers gathered in one pass.
   */
  public static long building(Shape shape) {
    long row = 2 * (2L * Double.BYTES + (long) Integer.BYTES * shape.repeats()) + Long.BYTES;
    int columns = Math.max(1, shape.numbers() + shape.names());
    return shape.rows() * (row + (long) Double.BYTES * atOnce(columns, shape.rows()));
  }

  /** Passes over the data that building a table takes. */
  public static int passes(Shape shape) {
    int columns = Math.max(1, shape.numbers() + shape.names());
    int atOnce = atOnce(columns, shape.rows());
    return 1 + (columns + atOnce - 1) / atOnce;
  }

  /** Columns that are gathered in one pass. */
  private static int atOnce(int columns, long rows) {
    return (int) Math.max(1, Math.min(columns, GATHER / (8L * Math.max(1, rows))));
  }

  /** How a column of a table is made of its numbers. */
  private interface Made<T> {

    /**
     * Returns the column.
     *
     * @param first feature of the column
     * @param values a number for each row of the table
     */
    T of(Inputs.Input input, int first, double[] values);
  }

  private static <T> List<T> columns(Engine engine, Problem problem, Ordered rows, Made<T> made) {
    Inputs inputs = Inputs.of(problem.schema(), problem.encoder());
    int count = inputs.columns().size();
    int atOnce = atOnce(count, rows.count());
    List<T> out = new ArrayList<>();
    int feature = 0;
    for (int from = 0; from < count; from += atOnce) {
      int to = Math.min(count, from + atOnce);
      List<double[][]> chunks =
          engine.aggregate(new ColumnsPass(inputs, problem.folds(), from, to));
      List<Callable<T>> tasks = new ArrayList<>();
      for (int c = from; c < to; c++) {
        Inputs.Input input = inputs.columns().get(c);
        int column = c - from;
        int first = feature;
        tasks.add(() -> made.of(input, first, rows.taken(chunks, column)));
        feature += input.features();
      }
      out.addAll(Parallel.run(engine.slots(), tasks));
    }
    return out;
  }

  private static List<Coded> coded(Inputs.Input input, int first, double[] values, int bins) {
    return input.kind() == Kind.NUMBER
        ? List.of(Coded.numbers(input.name(), first, values, bins))
        : Coded.levels(input, first, values);
  }
}
