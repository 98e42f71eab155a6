package tenfold.core.learn.ridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenfold.core.data.Block;
import tenfold.core.fold.Folds;
import tenfold.core.learn.terms.Expander;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Problem;

/**
 * What leaves together, in one block: rows that share a unit. A unit's rows are all in one block;
 * whoever makes the blocks of a leave-one-out sees to it.
 */
final class Units {

  private final Block block;
  private final long[] key;
  private final List<int[]> units;

  private Units(Block block, long[] key, List<int[]> units) {
    this.block = block;
    this.key = key;
    this.units = units;
  }

  /** The units of the block's training rows. */
  static Units of(Folds folds, Block block) {
    long[] key = folds.units(block);
    int[] part = folds.of(block, 0);
    Map<Long, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < part.length; i++) {
      if (part[i] >= 0) {
        rows.computeIfAbsent(key[i], unit -> new ArrayList<>(1)).add(i);
      }
    }
    return new Units(
        block,
        key,
        rows.values().stream().map(r -> r.stream().mapToInt(i -> i).toArray()).toList());
  }

  /** Lets every unit leave; {@code row} is told of each of the block's rows. */
  void leave(Problem problem, Terms terms, List<Directions> directions, Row row, Refusal refusal) {
    List<Leaving> leaving = directions.stream().map(Leaving::new).toList();
    Expander chunk = Leading.training(problem, terms, block, Expander.ROWS);
    for (int from = 0, to; from < units.size(); from = to) {
      to = from + 1;
      int rows = units.get(from).length;
      while (to < units.size() && rows + units.get(to).length <= Expander.ROWS) {
        rows += units.get(to++).length;
      }
      Expander wide = rows <= Expander.ROWS ? chunk : Leading.training(problem, terms, block, rows);
      leave(units.subList(from, to), wide, leaving, row, refusal);
    }
  }

  private void leave(
      List<int[]> some, Expander chunk, List<Leaving> leaving, Row row, Refusal refusal) {
    int[] index = some.stream().flatMapToInt(Arrays::stream).toArray();
    int[] bounds = new int[some.size() + 1];
    for (int i = 0; i < some.size(); i++) {
      bounds[i + 1] = bounds[i] + some.get(i).length;
    }
    chunk.fill(index, 0, index.length);
    leaving.forEach(one -> one.leave(chunk, bounds, onto(index, chunk, row, refusal)));
  }

  /** What is told of rows that left. */
  interface Row {

    /**
     * Row {@code row} of the block, alone or with others, left.
     *
     * @param root root of the row's weight
     * @param c how far its target is from the prediction without it, times {@code root}
     * @param jTrain J of the fit without its unit
     */
    void left(int candidate, int row, double root, double c, double jTrain);
  }

  /** What is told of units that must be fitted directly. */
  interface Refusal {
    void refused(int candidate, long unit);
  }

  private Leaving.Sink onto(int[] index, Expander chunk, Row row, Refusal refusal) {
    return new Leaving.Sink() {
      @Override
      public void left(
          int candidate, int first, int count, double[] c, double squares, double all) {
        double weight = all;
        for (int i = first; i < first + count; i++) {
          weight -= chunk.x()[i] * chunk.x()[i];
        }
        for (int i = first; i < first + count; i++) {
          row.left(candidate, index[i], chunk.x()[i], c[i], squares / (2 * weight));
        }
      }

      @Override
      public void refused(int candidate, int first, int count) {
        refusal.refused(candidate, key[index[first]]);
      }
    };
  }
}
