package tenfold.core.learn.tree;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import tenfold.core.data.Inputs;
import tenfold.core.data.Table;
import tenfold.core.seed.Hash;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Importance;

/**
 * What each input contributes to a tree. By impurity: the gains of the splits on it, each times the
 * share of the rows that came there. By permutation: how much J grows on rows that did not grow the
 * tree when the input's values are dealt anew among them; of many such rows, {@value #ROWS} are
 * taken.
 *
 * <p>Source: Breiman, "Random Forests", Machine Learning 45, 2001, section 10.
 */
public final class Contribution implements Serializable {

  private static final long serialVersionUID = 1;

  /** Rows that are enough to tell how important a column is. */
  private static final int ROWS = 2000;

  private final double[] gains;
  private final double[] losses; // null where fewer than two rows were left

  private Contribution(double[] gains, double[] losses) {
    this.gains = gains;
    this.losses = losses;
  }

  /**
   * Returns what the inputs contribute.
   *
   * @param fresh rows of the table that did not grow the tree; perhaps none, and one alone has no
   *     other to take a value from
   * @param seed of the dealing
   */
  public static Contribution of(Tree tree, Inputs inputs, Table table, int[] fresh, Seed seed) {
    double[] gains = new double[inputs.columns().size()];
    for (int node = 0; node < tree.nodes(); node++) {
      if (!tree.leaf(node)) {
        gains[tree.column(node)] += tree.gain(node) * tree.rows(node) / tree.rows(0);
      }
    }
    return new Contribution(
        gains, fresh.length < 2 ? null : losses(tree, inputs, table, fresh, gains, seed));
  }

  private static double[] losses(
      Tree tree, Inputs inputs, Table table, int[] fresh, double[] gains, Seed seed) {
    // Rows of a table stand in the order of hashes, so the first of them are a sample.
    int[] rows = IntStream.of(fresh).sorted().limit(ROWS).toArray();
    TableRows at = new TableRows(table, inputs);
    double before = loss(tree, at, table, rows, -1, rows);
    double[] losses = new double[gains.length];
    for (int input = 0; input < losses.length; input++) {
      if (gains[input] > 0) {
        Seed dealing = seed.child("permute", Hash.of(inputs.columns().get(input).name()));
        int[] dealt =
            IntStream.of(rows)
                .boxed()
                .sorted(Comparator.comparingLong(row -> dealing.bits(row)))
                .mapToInt(row -> row)
                .toArray();
        losses[input] = loss(tree, at, table, rows, input, dealt) - before;
      }
    }
    return losses;
  }

  /** J of the tree on rows that take one input from others. */
  private static double loss(
      Tree tree, TableRows at, Table table, int[] rows, int input, int[] others) {
    double loss = 0;
    double weight = 0;
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      int leaf = at.leaf(tree, row, input, others[i]);
      double r =
          table.classes().isEmpty()
              ? (tree.value(leaf, 0) - table.target()[row])
              : tree.likeliest(leaf) == table.label()[row] ? 0 : 1;
      loss += table.weight(row) * (table.classes().isEmpty() ? r * r / 2 : r);
      weight += table.weight(row);
    }
    return loss / weight;
  }

  /** Returns the importance of the inputs to all of these trees, the most important first. */
  public static List<Importance> importance(List<Contribution> trees, Inputs inputs) {
    int n = inputs.columns().size();
    double[] gains = new double[n];
    double[] losses = new double[n];
    int tested = 0;
    for (Contribution tree : trees) {
      tested += tree.losses == null ? 0 : 1;
      for (int i = 0; i < n; i++) {
        gains[i] += tree.gains[i];
        losses[i] += tree.losses == null ? 0 : tree.losses[i];
      }
    }
    double all = IntStream.range(0, n).mapToDouble(i -> gains[i]).sum();
    List<Importance> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      out.add(
          new Importance(
              inputs.columns().get(i).name(),
              Importance.Measure.IMPURITY,
              all > 0 ? gains[i] / all : 0,
              tested > 0 ? OptionalDouble.of(losses[i] / tested) : OptionalDouble.empty()));
    }
    out.sort(Comparator.comparingDouble(Importance::share).reversed());
    return out;
  }
}
