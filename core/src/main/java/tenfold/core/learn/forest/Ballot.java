package tenfold.core.learn.forest;

import java.io.Serializable;
import java.util.Arrays;
import tenfold.core.learn.tree.Grown;
import tenfold.core.learn.tree.Prefixes;
import tenfold.core.learn.tree.Tree;

/**
 * Votes of the trees of one fold on every row of the table, as sums of units: one sum for each
 * stretch of trees, combination of limits, row and class. Sums of whole numbers, so trees may be
 * added in any order.
 *
 * <p>A stretch is the trees between two swept numbers of trees, so that the votes of the first
 * {@code B} trees are a sum of stretches. Size: {@code 8 * stretches * limits * rows * classes}
 * bytes, twice that where out-of-bag votes are counted too.
 */
final class Ballot implements Serializable {

  private static final long serialVersionUID = 1;

  private final int limits;
  private final int outputs;
  private final double[][] all; // of each stretch and combination
  private final double[][] outOfBag; // the same of trees that did not draw the row; null: not asked
  private final int[][] voters; // of each stretch: trees that did not draw the row
  private final double scale;

  Ballot(int stretches, int limits, int rows, int outputs, Asked asked, double scale) {
    this.scale = scale;
    this.limits = limits;
    this.outputs = outputs;
    all = new double[stretches * limits][rows * outputs];
    boolean bags = asked == Asked.OUT_OF_BAG;
    outOfBag = bags ? new double[stretches * limits][rows * outputs] : null;
    voters = bags ? new int[stretches][rows] : null;
  }

  /** Which votes are counted. */
  enum Asked {
    /** Those of all trees. */
    ALL,
    /** Also those on rows that a tree did not draw. */
    OUT_OF_BAG
  }

  /**
   * Adds the votes of a tree, the riders of which are the rows that it did not draw. Rows are taken
   * in the order of the table, for each combination anew: their sums are more than a cache holds.
   *
   * @param left rows of which it has seen no copy either; asked out of bag only
   */
  void add(int stretch, Grown grown, Prefixes prefixes, boolean[] left) {
    Tree tree = grown.tree();
    int[] leaf = leaves(grown);
    int[] vote = votes(tree);
    int[][] end = ends(tree, prefixes);
    for (int i = 0; i < limits; i++) {
      int at = stretch * limits + i;
      add(all[at], leaf, end[i], vote, null);
      if (outOfBag != null) {
        add(outOfBag[at], leaf, end[i], vote, left);
      }
    }
    if (voters != null) {
      for (int row : grown.riders()) {
        voters[stretch][row] += left[row] ? 1 : 0;
      }
    }
  }

  /** The leaf to which each row of the table comes. */
  private static int[] leaves(Grown grown) {
    int[] leaf = new int[grown.rows().length + grown.riders().length];
    for (int node = 0; node < grown.tree().nodes(); node++) {
      if (grown.tree().leaf(node)) {
        for (int i = grown.from(node); i < grown.to(node); i++) {
          leaf[grown.rows()[i]] = node;
        }
        for (int i = grown.riderFrom(node); i < grown.riderTo(node); i++) {
          leaf[grown.riders()[i]] = node;
        }
      }
    }
    return leaf;
  }

  /** The votes of each node, {@code nodes * outputs}. */
  private int[] votes(Tree tree) {
    int[] vote = new int[tree.nodes() * outputs];
    for (int i = 0; i < vote.length; i++) {
      vote[i] = Votes.of(tree, i / outputs, i % outputs, scale);
    }
    return vote;
  }

  /** For each combination of limits the node above each leaf at which the tree ends. */
  private int[][] ends(Tree tree, Prefixes prefixes) {
    int[][] end = new int[limits][tree.nodes()];
    for (int[] its : end) {
      Arrays.fill(its, -1);
    }
    prefixes.walk(
        tree,
        (node, some) -> {
          for (int i = some.from(); i < some.to(); i++) {
            end[i][node] = node;
          }
        });
    for (int[] its : end) {
      for (int node = 0; node < its.length; node++) { // children come after their parents
        if (!tree.leaf(node) && its[node] >= 0) {
          its[tree.left(node)] = its[node];
          its[tree.right(node)] = its[node];
        }
      }
    }
    return end;
  }

  /** Adds to the sums of the rows, of those that are {@code left} where that is not null. */
  private void add(double[] sums, int[] leaf, int[] end, int[] vote, boolean[] left) {
    for (int row = 0; row < leaf.length; row++) {
      if (left == null || left[row]) {
        int from = end[leaf[row]] * outputs;
        int to = row * outputs;
        for (int c = 0; c < outputs; c++) {
          sums[to + c] += vote[from + c];
        }
      }
    }
  }

  /** Adds the votes of other trees. */
  void merge(Ballot other) {
    for (int at = 0; at < all.length; at++) {
      sum(all[at], other.all[at]);
      if (outOfBag != null) {
        sum(outOfBag[at], other.outOfBag[at]);
      }
    }
    for (int s = 0; voters != null && s < voters.length; s++) {
      for (int i = 0; i < voters[s].length; i++) {
        voters[s][i] += other.voters[s][i];
      }
    }
  }

  /** Adds to every stretch the ones before it: from here on stretch {@code s} is a forest. */
  void accumulate() {
    for (int at = limits; at < all.length; at++) {
      sum(all[at], all[at - limits]);
      if (outOfBag != null) {
        sum(outOfBag[at], outOfBag[at - limits]);
      }
    }
    for (int s = 1; voters != null && s < voters.length; s++) {
      for (int i = 0; i < voters[s].length; i++) {
        voters[s][i] += voters[s - 1][i];
      }
    }
  }

  private static void sum(double[] into, double[] from) {
    for (int i = 0; i < into.length; i++) {
      into[i] += from[i];
    }
  }

  /** Scale of the votes. */
  double scale() {
    return scale;
  }

  /** Sums of all trees of a stretch, {@code rows * outputs}. */
  double[] all(int stretch, int prefix) {
    return all[stretch * limits + prefix];
  }

  /** Sums of the trees that did not draw the row. */
  double[] outOfBag(int stretch, int prefix) {
    return outOfBag[stretch * limits + prefix];
  }

  /** How many trees did not draw each row. */
  int[] voters(int stretch) {
    return voters[stretch];
  }
}
