package tenfold.core.sweep.forecast;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import tenfold.core.data.Block;
import tenfold.core.data.DataException;
import tenfold.core.data.Fitted;
import tenfold.core.data.Table;
import tenfold.core.data.Task;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Pieces;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Unit;

/**
 * A family whose work is to wait: in a pass for {@code row} nanoseconds a row, in each of its
 * groups for as long times the group's cost. What it takes is known, on however busy a machine. It
 * notes how many slots each engine had, and refuses fewer rows than the {@code least}.
 */
record Sleeper(long row, List<Double> costs, Set<Integer> slots, long least) implements Family {

  private static final Candidate ONLY = new Candidate("sleeper", Map.of());

  Sleeper(long row, List<Double> costs) {
    this(row, costs, new TreeSet<>(), 0);
  }

  static void sleep(double nanos) {
    long end = System.nanoTime() + (long) nanos;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  /** A pass that waits for each row. */
  private record Pass(long row) implements Aggregation<long[]> {

    @Override
    public String label() {
      return "waiting";
    }

    @Override
    public long[] zero() {
      return new long[1];
    }

    @Override
    public void add(long[] into, Block block) {
      into[0] += block.rows();
      sleep((double) row * block.rows());
    }

    @Override
    public long[] merge(long[] into, long[] from) {
      into[0] += from[0];
      return into;
    }
  }

  /** Groups that wait. */
  private record Waits(long row, long rows, List<Double> costs)
      implements Pieces<Table, long[], Long> {

    @Override
    public String label() {
      return "waiting";
    }

    @Override
    public int groups() {
      return costs.size();
    }

    @Override
    public int pieces(int group) {
      return 1 + group % 3;
    }

    @Override
    public double cost(int group) {
      return costs.get(group);
    }

    @Override
    public long[] zero(Table cases, int group) {
      return new long[1];
    }

    @Override
    public void add(long[] into, Table cases, int group, int piece) {
      sleep(row * rows * costs.get(group));
      into[0]++;
    }

    @Override
    public long[] merge(long[] into, long[] from) {
      into[0] += from[0];
      return into;
    }

    @Override
    public Long finish(Table cases, int group, long[] all) {
      return all[0];
    }
  }

  /** What the groups wait, in rows. */
  double waits() {
    double all = 0;
    for (int g = 0; g < costs.size(); g++) {
      all += costs.get(g) * (1 + g % 3);
    }
    return all;
  }

  @Override
  public String name() {
    return "sleeper";
  }

  @Override
  public Set<Task> tasks() {
    return Set.of(Task.REGRESSION);
  }

  @Override
  public List<Axis> axes() {
    return List.of();
  }

  @Override
  public List<Candidate> candidates() {
    return List.of(ONLY);
  }

  @Override
  public Cost cost(Shape shape) {
    return new Cost(1, shape.models(), costs.size(), 1, 0, 0);
  }

  @Override
  public int compareComplexity(Candidate a, Candidate b) {
    return 0;
  }

  @Override
  public Swept sweep(Engine engine, Problem problem, Set<String> asked) {
    slots.add(engine.slots());
    long rows = engine.aggregate(new Pass(row))[0];
    if (rows < least) {
      throw new DataException("too few rows");
    }
    List<Unit<Long>> units = engine.units(null, new Waits(row, rows, costs));
    return new Swept() {
      @Override
      public List<Result> results() {
        return List.of();
      }

      @Override
      public Fitted refit(Candidate candidate) {
        Unit.results(units); // refuses what was left out
        engine.aggregate(new Pass(row));
        throw new IllegalStateException("it cannot be fitted");
      }

      @Override
      public OutOfFold outOfFold(Candidate candidate) {
        throw new IllegalStateException("it predicts nothing");
      }
    };
  }
}
