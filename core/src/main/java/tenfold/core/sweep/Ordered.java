package tenfold.core.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tenfold.core.data.Cases;
import tenfold.core.data.Facts;
import tenfold.core.data.Labels;
import tenfold.core.data.Task;

/** The training part's rows without their inputs, in the order of their keys. */
final class Ordered {

  /** Rows that one array can hold. */
  private static final long MOST = Integer.MAX_VALUE - 8;

  private final Gathered rows;
  private final Facts facts;
  private final int[] place;

  private Ordered(Gathered rows, Facts facts, int[] place) {
    this.rows = rows;
    this.facts = facts;
    this.place = place;
  }

  /**
   * Gathers them in a pass over the data.
   *
   * @throws TooLarge if they are more than an array can hold
   */
  static Ordered of(Engine engine, Problem problem) {
    if (problem.rows() > MOST) {
      throw new TooLarge(
          "the training part has %,d rows, but a table that executors hold whole has %,d at most; set engine = partitioned"
              .formatted(problem.rows(), MOST));
    }
    List<RowChunk> chunks = engine.aggregate(new RowsPass(problem.folds()));
    List<String> found = problem.labels() > 0 ? joined(chunks) : problem.classes();
    Gathered gathered = Gathered.of(chunks, found, problem.shift(), problem.folds().repeats());
    int[] order = gathered.order();
    Gathered rows = gathered.in(order);
    int[] place = new int[order.length];
    for (int i = 0; i < place.length; i++) {
      place[order[i]] = i;
    }
    boolean regression = problem.schema().task() == Task.REGRESSION;
    Facts facts =
        new Facts(
            problem.classes(),
            regression ? rows.target() : null,
            regression ? null : labels(rows.target(), found, problem),
            rows.weight(),
            rows.part());
    return new Ordered(rows, facts, place);
  }

  /** What rows of several labels are called, in an order that hangs on nothing else. */
  private static List<String> joined(List<RowChunk> chunks) {
    return chunks.stream().flatMap(c -> Arrays.stream(c.labels())).distinct().sorted().toList();
  }

  /** The class of each row, or row-major the classes of its labels. */
  private static int[] labels(double[] target, List<String> found, Problem problem) {
    IntStream rows = Arrays.stream(target).mapToInt(c -> (int) c);
    if (problem.labels() == 0) {
      return rows.toArray();
    }
    int[][] apart = found.stream().map(j -> Labels.of(j, problem.classes())).toArray(int[][]::new);
    return rows.flatMap(c -> Arrays.stream(apart[c])).toArray();
  }

  /** Number of rows. */
  int count() {
    return place.length;
  }

  /** What is known of the rows. */
  Facts facts() {
    return facts;
  }

  /** Returns a column in the order of the rows, and lets go of what was gathered of it. */
  double[] taken(List<double[][]> chunks, int column) {
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

  /** Returns a table of these rows with their keys. */
  <C extends Cases> Keyed<C> keyed(C table) {
    return new Keyed<>(table, rows.key(), rows.units());
  }
}
