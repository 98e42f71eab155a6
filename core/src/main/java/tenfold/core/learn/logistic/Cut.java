package tenfold.core.learn.logistic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.function.IntFunction;
import tenfold.core.data.Block;
import tenfold.core.fold.Folds;
import tenfold.core.learn.terms.Around;
import tenfold.core.learn.terms.Parting;

/**
 * One cut of the training rows into folds: a repeat, or all units of a leave-one-out. Parts are
 * numbered as the folds are; the last is that of rows which are never tested.
 *
 * @param parting of the rows, for all repeats
 * @param repeat which of them
 * @param folds number of folds
 * @param order which parts train beside the last
 */
record Cut(Parting parting, int repeat, int folds, Around.Order order) implements Serializable {

  private static final long serialVersionUID = 1;

  /** A repeat of folds. */
  static Cut of(Folds folds, int repeat) {
    return new Cut(
        new Parting.ByFold(folds),
        repeat,
        folds.folds(),
        folds.ordered() ? Around.Order.EARLIER_ONLY : Around.Order.ALL_OTHERS);
  }

  /** A cut in which each unit is a fold. */
  static Cut of(Folds folds, SortedSet<Long> units) {
    return new Cut(new Parting.ByUnit(folds, units), 0, units.size(), Around.Order.ALL_OTHERS);
  }

  /** Number of parts. */
  int parts() {
    return folds + 1;
  }

  /** What the rows around each fold come to, of a statistic of each part. */
  Around<double[]> around(IntFunction<double[]> part) {
    return new Around<>(folds, order, part, Sums::plus);
  }

  /** The block's rows of each part. */
  int[][] rows(Block block) {
    int[][] all = parting.rows(block);
    return Arrays.copyOfRange(all, repeat * parts(), (repeat + 1) * parts());
  }
}
