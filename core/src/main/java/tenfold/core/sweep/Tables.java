package tenfold.core.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import tenfold.core.data.Coded;
import tenfold.core.data.Column;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.Table;
import tenfold.core.data.Task;

/**
 * Builds the table of the training part on the driver: a pass gathers keys, targets, weights and
 * parts, and further passes gather the columns, as many at a time as memory is set aside for. Rows
 * are put in the order of their keys, so that the table is the same, byte for byte, for any order
 * and partitioning of the data.
 */
public final class Tables {

  /** Bytes of numbers gathered in one pass. */
  private static final long GATHER = 1 << 28;

  /** Rows that one array can hold. */
  private static final long MOST = Integer.MAX_VALUE - 8;

  private Tables() {}

  /**
   * Returns the table of the problem's training part.
   *
   * @param bins most codes of a column of numbers, from 1 to {@value Column#CODES}
   * @throws TooLarge if it has more rows than an array can hold
   */
  public static Keyed of(Engine engine, Problem problem, int bins) {
    if (problem.rows() > MOST) {
      throw new TooLarge(
          "the training part has %,d rows, but a table that executors hold whole has %,d at most; set engine = partitioned"
              .formatted(problem.rows(), MOST));
    }
    List<RowChunk> chunks = engine.aggregate(new RowsPass(problem.folds()));
    List<String> classes = problem.classes();
    Gathered gathered = Gathered.of(chunks, classes, problem.shift(), problem.folds().repeats());
    int[] order = gathered.order();
    Gathered rows = gathered.in(order);
    int[] place = new int[order.length];
    for (int i = 0; i < place.length; i++) {
      place[order[i]] = i;
    }
    List<Coded> columns = columns(engine, problem, bins, place);
    boolean regression = problem.schema().task() == Task.REGRESSION;
    Table table =
        new Table(
            columns.stream().map(Coded::column).toList(),
            classes,
            columns.stream().map(Coded::codes).toArray(byte[][]::new),
            regression ? rows.target() : null,
            regression ? null : Arrays.stream(rows.target()).mapToInt(c -> (int) c).toArray(),
            rows.weight(),
            rows.part());
    return new Keyed(table, rows.key(), rows.units());
  }

  /**
   * Bytes of a table of data of this size, at most, where rows have no weights: those add 8 a row.
   */
  public static long bytes(Shape shape) {
    long columns = (long) shape.numbers() + shape.names() + shape.indicators() / Column.CODES;
    return shape.rows() * (columns + Double.BYTES + (long) Integer.BYTES * shape.repeats());
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

  private static List<Coded> columns(Engine engine, Problem problem, int bins, int[] place) {
    Inputs inputs = Inputs.of(problem.schema(), problem.encoder());
    int count = inputs.columns().size();
    int atOnce = atOnce(count, place.length);
    List<Coded> out = new ArrayList<>();
    int feature = 0;
    for (int from = 0; from < count; from += atOnce) {
      int to = Math.min(count, from + atOnce);
      List<double[][]> chunks =
          engine.aggregate(new ColumnsPass(inputs, problem.folds(), from, to));
      List<Callable<List<Coded>>> tasks = new ArrayList<>();
      for (int c = from; c < to; c++) {
        Inputs.Input input = inputs.columns().get(c);
        int column = c - from;
        int first = feature;
        tasks.add(() -> coded(input, first, taken(chunks, column, place), bins));
        feature += input.kind() == Kind.NUMBER ? 1 : input.width();
      }
      Parallel.run(engine.slots(), tasks).forEach(out::addAll);
    }
    return out;
  }

  /** Returns a column in the order of the table, and lets go of what was gathered of it. */
  private static double[] taken(List<double[][]> chunks, int column, int[] place) {
    double[] out = new double[place.length];
    int i = 0;
    for (double[][] chunk : chunks) {
      for (double value : chunk[column]) {
        out[place[i++]] = value;
      }
      chunk[column] = null;
    }
    return out;
  }

  private static List<Coded> coded(Inputs.Input input, int first, double[] values, int bins) {
    return input.kind() == Kind.NUMBER
        ? List.of(Coded.numbers(input.name(), first, values, bins))
        : Coded.levels(input, first, values);
  }
}
