package tenfold.core.sweep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import tenfold.core.data.Block;
import tenfold.core.data.Cases;

/** Runs over blocks in memory, a partition at a time on each of a fixed number of threads. */
public final class ThreadEngine implements Engine {

  private final List<List<Block>> partitions;
  private final int threads;
  private final Attempts attempts;
  private int passes;

  /**
   * An engine over {@code partitions}, each a list of blocks in order, with {@code threads}
   * threads.
   */
  public ThreadEngine(List<List<Block>> partitions, int threads) {
    this(partitions, threads, Attempts.USUAL);
  }

  /** The same, which tries units as {@code attempts} says. */
  ThreadEngine(List<List<Block>> partitions, int threads, Attempts attempts) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is %d; use at least 1".formatted(threads));
    }
    this.partitions = List.copyOf(partitions);
    this.threads = threads;
    this.attempts = attempts;
  }

  @Override
  public <S extends Serializable> S aggregate(Aggregation<S> work) {
    passes++;
    List<Callable<S>> tasks = new ArrayList<>();
    for (List<Block> partition : partitions) {
      tasks.add(
          () -> {
            S statistic = work.zero();
            partition.forEach(block -> work.add(statistic, block));
            return statistic;
          });
    }
    return Engine.merge(work, Parallel.run(threads, tasks));
  }

  @Override
  public <C extends Cases, S extends Serializable, R extends Serializable> List<Unit<R>> units(
      C cases, Pieces<C, S, R> work) {
    List<Callable<List<Worked<S, R>>>> tasks = new ArrayList<>();
    for (Packing.Task task : Packing.of(work, threads)) {
      tasks.add(
          () -> task.runs().stream().map(run -> Worked.of(work, cases, run, attempts)).toList());
    }
    List<Worked<S, R>> worked = new ArrayList<>();
    Parallel.run(threads, tasks).forEach(worked::addAll);
    return Worked.joined(work, cases, worked.iterator(), attempts).stream()
        .map(Worked.Whole::unit)
        .toList();
  }

  @Override
  public int slots() {
    return threads;
  }

  @Override
  public int passes() {
    return passes;
  }
}
