package tenfold.core.sweep;

import java.util.Arrays;
import java.util.List;
import tenfold.core.data.Cases;
import tenfold.core.data.Facts;
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
    List<String> classes = problem.classes();
    Gathered gathered = Gathered.of(chunks, classes, problem.shift(), problem.folds().repeats());
    int[] order = gathered.order();
    Gathered rows = gathered.in(order);
    int[] place = new int[order.length];
    for (int i = 0; i < place.length; i++) {
      place[order[i]] = i;
    }
    boolean regression = problem.schema().task() == Task.REGRESSION;
    Facts facts =
        new Facts(
            classes,
            regression ? rows.target() : null,
            regression ? null : Arrays.stream(rows.target()).mapToInt(c -> (int) c).toArray(),
            rows.weight(),
            rows.part());
    return new Ordered(rows, facts, place);
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
