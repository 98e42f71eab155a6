package tenfold.core.sweep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tenfold.core.data.Block;
import tenfold.core.data.Table;

/** Runs over blocks in memory, a partition at a time on each of a fixed number of threads. */
public final class ThreadEngine implements Engine {

  private final List<List<Block>> partitions;
  private final int threads;
  private int passes;

  /**
   * An engine over {@code partitions}, each a list of blocks in order, with {@code threads}
   * threads.
   */
  public ThreadEngine(List<List<Block>> partitions, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is %d; use at least 1".formatted(threads));
    }
    this.partitions = List.copyOf(partitions);
    this.threads = threads;
  }

  @Override
  public <S extends Serializable> S aggregate(Aggregation<S> work) {
    passes++;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<S>> running = new ArrayList<>();
      for (List<Block> partition : partitions) {
        running.add(
            pool.submit(
                () -> {
                  S statistic = work.zero();
                  partition.forEach(block -> work.add(statistic, block));
                  return statistic;
                }));
      }
      List<S> done = new ArrayList<>();
      for (Future<S> one : running) {
        done.add(get(one));
      }
      return Engine.merge(work, done);
    } finally {
      pool.shutdownNow();
    }
  }

  @Override
  public <S extends Serializable, R extends Serializable> List<R> units(
      Table table, Pieces<S, R> work) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public int slots() {
    return threads;
  }

  @Override
  public int passes() {
    return passes;
  }

  private static <S> S get(Future<S> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while working through the data", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
