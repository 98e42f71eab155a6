package tenfold.core.learn.logistic;

import java.util.TreeSet;
import tenfold.core.data.Block;
import tenfold.core.fold.Folds;
import tenfold.core.sweep.Aggregation;

/** Gathers what leaves together under leave-one-out. */
record UnitsPass(Folds folds) implements Aggregation<TreeSet<Long>> {

  private static final long serialVersionUID = 1;

  @Override
  public String label() {
    return "logistic: units";
  }

  @Override
  public TreeSet<Long> zero() {
    return new TreeSet<>();
  }

  @Override
  public void add(TreeSet<Long> into, Block block) {
    long[] unit = folds.units(block);
    int[] part = folds.of(block, 0);
    for (int i = 0; i < part.length; i++) {
      if (part[i] >= 0) {
        into.add(unit[i]);
      }
    }
  }

  @Override
  public TreeSet<Long> merge(TreeSet<Long> into, TreeSet<Long> from) {
    into.addAll(from);
    return into;
  }
}
