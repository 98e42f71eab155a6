package tenfold.core.sweep;

import java.io.Serializable;
import java.util.List;
import java.util.function.Supplier;
import tenfold.core.data.Cases;

/**
 * Runs work over the data, wherever they are. Every engine adds the blocks of a partition in their
 * order and merges partitions as {@link #merge} says, so results do not depend on threads,
 * executors or who finishes first.
 */
public interface Engine {

  /** Folds all blocks into one statistic: one pass over the data. */
  <S extends Serializable> S aggregate(Aggregation<S> work);

  /**
   * Works all pieces against the whole table, which every executor gets once, and returns what each
   * group came to, in the order of the groups; one that fails stops no other. Makes no pass over
   * the data.
   */
  <C extends Cases, S extends Serializable, R extends Serializable> List<Unit<R>> units(
      C cases, Pieces<C, S, R> work);

  /**
   * Does work that an engine has no part in, such as a fit by a learner that runs over the cluster
   * in its own way, unless what it comes to is kept from an earlier time.
   *
   * @param kind of result; it and the address are made of values that have a form on disk ({@link
   *     tenfold.core.sweep.journal})
   * @param address what the result depends on besides the data and how they are split
   */
  default <R> R once(Class<R> kind, Record address, Supplier<R> work) {
    return work.get();
  }

  /** Threads that the driver has for work on what its passes gathered. */
  int slots();

  /** How many passes over the data were made so far. */
  int passes();

  /**
   * Merges the statistics of all partitions in the one order that every engine keeps: runs of ⌈√n⌉
   * neighbours from left to right, then the runs from left to right. A cluster can merge the runs
   * where they are.
   */
  static <S extends Serializable> S merge(Aggregation<S> work, List<S> partitions) {
    int run = run(partitions.size());
    S all = work.zero();
    for (int from = 0; from < partitions.size(); from += run) {
      S one = partitions.get(from);
      for (int i = from + 1; i < Math.min(from + run, partitions.size()); i++) {
        one = work.merge(one, partitions.get(i));
      }
      all = work.merge(all, one);
    }
    return all;
  }

  /** Length of the runs in which {@code partitions} partitions are merged. */
  static int run(int partitions) {
    return (int) Math.max(1, Math.ceil(Math.sqrt(partitions)));
  }
}
