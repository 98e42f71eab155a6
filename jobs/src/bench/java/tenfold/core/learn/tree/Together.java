package tenfold.core.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenfold.core.data.Inputs;
import tenfold.core.data.Table;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Problem;

/**
 * How much counting the folds' trees would share if they were grown together for as long as they
 * take the same splits: one pass over the rows of a node then gives each fold's histograms, the sum
 * less the fold's own rows. From the grown trees, so exact; it leaves out what adding up the folds'
 * histograms would cost. In this package to reach what growers decide by. Rows must have no missing
 * values.
 *
 * <p>Source: Blockeel and Struyf, "Efficient algorithms for decision tree cross-validation",
 * Journal of Machine Learning Research 3, 2002.
 */
public final class Together {

  /** How a grower comes to a node's histograms. */
  public enum Counting {
    /** Large nodes are counted by the smaller child, as {@link Grower} does without draws. */
    SUBTRACTING,
    /** Every node is counted. */
    EVERY
  }

  /**
   * Rows counted, of each column that a node looks at.
   *
   * @param apart each fold for itself, as is done
   * @param together one pass over the rows of all folds that agree so far
   */
  public record Work(double apart, double together) {

    /** How many times cheaper counting would be. */
    public double saving() {
      return apart / together;
    }

    /** Both. */
    public Work plus(Work other) {
      return new Work(apart + other.apart, together + other.together);
    }
  }

  /** A node of a fold's tree. */
  private record At(Grown tree, int node) {

    boolean split() {
      return !tree.tree().leaf(node);
    }

    boolean pure() {
      Tree its = tree.tree();
      return its.value(node, its.likeliest(node)) == its.rows(node);
    }

    At child(int which) {
      return new At(tree, tree.tree().left(node) + which);
    }
  }

  private final TableRows rows;
  private final Limits limits;
  private final int worthwhile;
  private final int[] stamp;
  private int stamps;

  private Together(Table table, Problem problem, Limits limits, Counting counting) {
    rows = new TableRows(table, Inputs.of(problem.schema(), problem.encoder()));
    this.limits = limits;
    worthwhile =
        counting == Counting.EVERY
            ? Integer.MAX_VALUE
            : new Histograms(table, new NodeRows(0, table.classes().size())).worthwhile();
    stamp = new int[table.rows()];
  }

  /** Returns what growing {@code trees}, one for each fold, to these limits counts. */
  public static Work of(
      Table table, Problem problem, Limits limits, List<Grown> trees, Counting counting) {
    Together of = new Together(table, problem, limits, counting);
    List<At> roots = trees.stream().map(tree -> new At(tree, 0)).toList();
    double apart = roots.stream().mapToDouble(root -> of.work(List.of(root), 0, false)).sum();
    return new Work(apart, of.work(roots, 0, false));
  }

  /** Grows the tree of every fold. */
  public static List<Grown> trees(Table table, Problem problem, Limits limits) {
    Cutting cutting = Cutting.of(problem.folds());
    List<Grown> out = new ArrayList<>();
    for (int cut = 0; cut < cutting.count(); cut++) {
      Grower grower = new Grower(table, Impurity.ENTROPY, limits);
      int[] its = cutting.training(table, cut);
      out.add(grower.grow(its, Optional.empty(), new int[0], Optional.empty()));
    }
    return out;
  }

  /** Rows counted at a node that several folds have in common, and below. */
  private double work(List<At> all, int depth, boolean given) {
    List<At> open = all.stream().filter(at -> !at.pure()).toList();
    if (open.isEmpty() || depth == limits.maxDepth()) {
      return 0;
    }
    int[] union = union(open);
    double work = given ? 0 : union.length;
    boolean has = given || union.length >= worthwhile;
    for (List<At> same : agreeing(open.stream().filter(At::split).toList(), union)) {
      List<At> left = same.stream().map(at -> at.child(0)).toList();
      List<At> right = same.stream().map(at -> at.child(1)).toList();
      int leftRows = union(left).length;
      int rightRows = union(right).length;
      int small = Math.min(leftRows, rightRows);
      boolean subtracts =
          has && depth + 1 < limits.maxDepth() && Math.max(leftRows, rightRows) >= worthwhile;
      work += subtracts ? small : 0;
      work += work(left, depth + 1, subtracts && leftRows >= worthwhile);
      work += work(right, depth + 1, subtracts && rightRows >= worthwhile);
    }
    return work;
  }

  /** The rows of the folds together: every row is in the training part of one of any two. */
  private int[] union(List<At> folds) {
    stamps++;
    int n = 0;
    int[] out = new int[folds.stream().limit(2).mapToInt(at -> size(at)).sum()];
    for (At at : folds.subList(0, Math.min(2, folds.size()))) {
      for (int i = at.tree.from(at.node); i < at.tree.to(at.node); i++) {
        int row = at.tree.rows()[i];
        if (stamp[row] != stamps) {
          stamp[row] = stamps;
          out[n++] = row;
        }
      }
    }
    return Arrays.copyOf(out, n);
  }

  private static int size(At at) {
    return at.tree.to(at.node) - at.tree.from(at.node);
  }

  /** Folds by what they do with the rows: of one column's splits those alike that part them so. */
  private List<List<At>> agreeing(List<At> folds, int[] union) {
    if (folds.size() < 2) {
      return folds.isEmpty() ? List.of() : List.of(folds);
    }
    Map<Long, List<At>> out = new TreeMap<>();
    for (At at : folds) {
      Tree tree = at.tree.tree();
      int column = tree.column(at.node);
      long left = 0;
      for (int row : union) {
        left += rows.value(column, row) <= tree.threshold(at.node) ? 1 : 0;
      }
      out.computeIfAbsent((long) column << Integer.SIZE | left, key -> new ArrayList<>()).add(at);
    }
    return List.copyOf(out.values());
  }
}
