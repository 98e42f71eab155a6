package tenfold.core.learn.forest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import tenfold.core.data.Table;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.FeatureDraw;
import tenfold.core.learn.tree.Grower;
import tenfold.core.learn.tree.Grown;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.Limits;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Cutting;

/**
 * How one tree of a forest is grown.
 *
 * @param impurity to grow by
 * @param draw how many features a node draws
 * @param limits the loosest that are asked for
 * @param seed of the forest; tree {@code b} draws from its child {@code b}
 */
record Forester(Impurity impurity, Draw draw, Limits limits, Seed seed) implements Serializable {

  /** Grows tree {@code b} of a cut. Its riders are all rows that it did not draw. */
  Grown grow(Table table, Cutting cutting, int cut, int b) {
    Seed tree = seed.child("tree", b);
    double[] times = Bootstrap.times(tree, table.rows());
    int[] rows = drawn(table, cutting, cut, times);
    boolean[] in = new boolean[table.rows()];
    for (int row : rows) {
      in[row] = true;
    }
    int[] riders = IntStream.range(0, in.length).filter(i -> !in[i]).toArray();
    FeatureDraw names = new FeatureDraw(looksAt(table.features().size()), tree, table.features());
    Grower grower = new Grower(table, impurity, limits);
    return grower.grow(rows, Optional.of(times), riders, Optional.of(names));
  }

  /** How many of a table's features a node looks at. */
  int looksAt(int features) {
    return draw.of(features, impurity == Impurity.VARIANCE ? Task.REGRESSION : Task.CLASSIFICATION);
  }

  /** The training rows that were drawn; each of them once where, of very few, none was. */
  private static int[] drawn(Table table, Cutting cutting, int cut, double[] times) {
    int[] rows =
        IntStream.range(0, times.length)
            .filter(i -> times[i] > 0 && cutting.trains(table, cut, i))
            .toArray();
    if (rows.length > 0) {
      return rows;
    }
    Arrays.fill(times, 1);
    return IntStream.range(0, times.length).filter(i -> cutting.trains(table, cut, i)).toArray();
  }

  /**
   * Returns the scale of the votes of a cut's trees: by the rows that train alone, so that targets
   * held out cannot reach the model.
   */
  static double voteScale(Table table, Cutting cutting, int cut) {
    return table.classes().isEmpty()
        ? Votes.scale(
            IntStream.range(0, table.rows())
                .filter(i -> cutting.trains(table, cut, i))
                .mapToDouble(i -> Math.abs(table.target()[i]))
                .max()
                .orElse(0))
        : Votes.CLASSES;
  }
}
