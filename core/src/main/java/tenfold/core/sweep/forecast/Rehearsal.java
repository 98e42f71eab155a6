package tenfold.core.sweep.forecast;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tenfold.core.data.Block;
import tenfold.core.data.Cases;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Parallel;
import tenfold.core.sweep.Pieces;
import tenfold.core.sweep.Unit;

/**
 * An engine over a sample of the rows that notes what each step of a family takes. It makes passes
 * whole; of independent work it tries groups in a drawn order until its patience ends, and says of
 * the others that they failed: what they would have taken follows from what they cost beside those
 * that were tried. So what comes out of it are times, and no scores to rely on.
 */
final class Rehearsal implements Engine {

  private static final String LEFT_OUT = "left out of the rehearsal";
  private static final Spent.Took NOTHING = new Spent.Took(0, 0);

  private final List<List<Block>> partitions = new ArrayList<>();
  private final long rows;
  private final int threads;
  private final long patience;
  private final List<Spent.Worked> units = new ArrayList<>();
  private final Set<Class<?>> kinds = new HashSet<>();
  private Cases held;
  private int passes;
  private Spent.Took adding = NOTHING;
  private double merging;
  private double bytes;
  private double sent;
  private double compiling;
  private double engaged; // wall time of this engine

  /**
   * An engine.
   *
   * @param blocks the sample
   * @param rows of the training part among them
   * @param threads that work at once
   * @param patience with the independent work of one call, nanoseconds
   */
  Rehearsal(List<Block> blocks, long rows, int threads, long patience) {
    int halves = Math.max(2, threads);
    for (int p = 0; p < halves; p++) {
      partitions.add(blocks.subList(p * blocks.size() / halves, (p + 1) * blocks.size() / halves));
    }
    this.rows = rows;
    this.threads = threads;
    this.patience = patience;
  }

  /** What {@code work} takes by this engine; what it comes to, or that it fails, is ignored. */
  Spent spent(Runnable work) {
    units.clear();
    kinds.clear();
    passes = 0;
    adding = NOTHING;
    merging = 0;
    bytes = 0;
    sent = 0;
    engaged = 0;
    compiling = 0;
    long from = System.nanoTime();
    work.run();
    double driving = seconds(from) - engaged;
    return new Spent(
        rows,
        partitions.size(),
        passes,
        kinds.size(),
        adding,
        merging,
        bytes,
        units,
        sent,
        Math.max(0, driving),
        compiling);
  }

  @Override
  public <S extends Serializable> S aggregate(Aggregation<S> work) {
    long from = System.nanoTime();
    passes++;
    kinds.add(work.getClass());
    Stopwatch added = new Stopwatch();
    List<Callable<S>> tasks = new ArrayList<>();
    for (List<Block> partition : partitions) {
      tasks.add(
          () ->
              added.time(
                  () -> {
                    S statistic = work.zero();
                    partition.forEach(block -> work.add(statistic, block));
                    return statistic;
                  }));
    }
    List<S> statistics = compiled(added, () -> Parallel.run(threads, tasks));
    adding = added.after(adding);
    bytes += written(statistics.get(0));
    long merge = System.nanoTime();
    S all = Engine.merge(work, statistics);
    merging += seconds(merge) / partitions.size();
    engaged += seconds(from);
    return all;
  }

  @Override
  public <C extends Cases, S extends Serializable, R extends Serializable> List<Unit<R>> units(
      C cases, Pieces<C, S, R> work) {
    long from = System.nanoTime();
    kinds.add(work.getClass());
    if (held != cases) {
      sent += written(cases);
      held = cases;
    }
    Trial<C, S, R> trial = new Trial<>(cases, work, System.nanoTime() + patience);
    compiled(trial.took, () -> Parallel.run(threads, Collections.nCopies(threads, trial::go)));
    units.add(trial.worked());
    engaged += seconds(from);
    return trial.units;
  }

  /** Notes what compilers took beside work that is watched, for which this thread waits. */
  private <T> T compiled(Stopwatch watched, Supplier<T> work) {
    double before = Processor.compiling();
    double all = Processor.ofProcess();
    T out = work.get();
    double others = Processor.ofProcess() - all - watched.after(NOTHING).processor();
    compiling += Math.max(0, Math.min(Processor.compiling() - before, others));
    return out;
  }

  /** Groups of one call, tried by several threads. */
  private static final class Trial<
      C extends Cases, S extends Serializable, R extends Serializable> {

    private final C cases;
    private final Pieces<C, S, R> work;
    private final long end;
    private final List<Integer> order;
    private final List<Unit<R>> units;
    private final AtomicInteger next = new AtomicInteger();
    private final Stopwatch took = new Stopwatch();
    private final DoubleAdder cost = new DoubleAdder(); // of the pieces that were worked
    private final DoubleAdder whole = new DoubleAdder(); // of the groups that came to a result
    private final LongAdder returned = new LongAdder(); // bytes of those results

    Trial(C cases, Pieces<C, S, R> work, long end) {
      this.cases = cases;
      this.work = work;
      this.end = end;
      order = new ArrayList<>(IntStream.range(0, work.groups()).boxed().toList());
      Collections.shuffle(order, new Random(work.groups()));
      units = new ArrayList<>(Collections.nCopies(work.groups(), new Unit.Failed<>(LEFT_OUT)));
    }

    /** Tries one group at least, and then others. */
    Void go() {
      do {
        int at = next.getAndIncrement();
        if (at >= order.size()) {
          break;
        }
        int group = order.get(at);
        Unit<R> unit = took.time(() -> one(group));
        if (unit instanceof Unit.Done<R> done) {
          returned.add(written(done.result()));
          whole.add(work.pieces(group) * work.cost(group));
        }
        synchronized (this) {
          units.set(group, unit);
        }
      } while (System.nanoTime() < end);
      return null;
    }

    private Unit<R> one(int group) {
      int pieces = work.pieces(group);
      int worked = 0;
      try {
        S statistic = work.zero(cases, group);
        do {
          work.add(statistic, cases, group, worked++);
        } while (worked < pieces && System.nanoTime() < end);
        return worked < pieces
            ? new Unit.Failed<>(LEFT_OUT)
            : new Unit.Done<>(work.finish(cases, group, statistic));
      } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
        return new Unit.Failed<>(String.valueOf(e.getMessage())); // as in the sweep itself
      } finally {
        cost.add(worked * work.cost(group));
      }
    }

    /** What all groups take and return, by what they cost beside those that were tried. */
    Spent.Worked worked() {
      double all =
          IntStream.range(0, work.groups()).mapToDouble(g -> work.pieces(g) * work.cost(g)).sum();
      Spent.Took tried = took.after(NOTHING);
      double bytes = whole.sum() > 0 ? all * returned.sum() / whole.sum() : 0;
      return new Spent.Worked(work, tried, tried.wall() * all / cost.sum(), bytes);
    }
  }

  /** Adds up what several threads take. */
  private static final class Stopwatch {

    private final DoubleAdder wall = new DoubleAdder();
    private final DoubleAdder processor = new DoubleAdder();

    <T> T time(Supplier<T> work) {
      double before = Processor.ofThread();
      long from = System.nanoTime();
      try {
        return work.get();
      } finally {
        wall.add(seconds(from));
        processor.add(Processor.ofThread() - before);
      }
    }

    /** With what was taken before. */
    Spent.Took after(Spent.Took before) {
      return new Spent.Took(before.wall() + wall.sum(), before.processor() + processor.sum());
    }
  }

  @Override
  public int slots() {
    return threads;
  }

  @Override
  public int passes() {
    return passes;
  }

  /** Writes a value as it is shipped; returns its bytes. */
  private static long written(Serializable value) {
    Counted counted = new Counted();
    try (ObjectOutputStream out = new ObjectOutputStream(counted)) {
      out.writeObject(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counted.bytes;
  }

  private static final class Counted extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
    }
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
