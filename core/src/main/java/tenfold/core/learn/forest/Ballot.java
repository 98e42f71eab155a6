package tenfold.core.learn.forest;

import java.io.Serializable;
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
   * Adds the votes of a tree, the riders of which are the rows that it did not draw.
   *
   * @param left rows of which it has seen no copy either; asked out of bag only
   */
  void add(int stretch, Grown grown, Prefixes prefixes, boolean[] left) {
    Tree tree = grown.tree();
    int[] vote = new int[outputs];
    prefixes.walk(
        tree,
        (node, ends) -> {
          for (int c = 0; c < outputs; c++) {
            vote[c] = Votes.of(tree, node, c, scale);
          }
          for (int i = ends.from(); i < ends.to(); i++) {
            int at = stretch * limits + i;
            add(all[at], vote, grown.rows(), grown.from(node), grown.to(node));
            add(all[at], vote, grown.riders(), grown.riderFrom(node), grown.riderTo(node));
            if (outOfBag != null) {
              addLeft(outOfBag[at], vote, grown, node, left);
            }
          }
        });
    if (voters != null) {
      for (int row : grown.riders()) {
        voters[stretch][row] += left[row] ? 1 : 0;
      }
    }
  }

  private void add(double[] sums, int[] vote, int[] rows, int from, int to) {
    for (int i = from; i < to; i++) {
      int at = rows[i] * outputs;
      for (int c = 0; c < outputs; c++) {
        sums[at + c] += vote[c];
      }
    }
  }

  private void addLeft(double[] sums, int[] vote, Grown grown, int node, boolean[] left) {
    for (int i = grown.riderFrom(node); i < grown.riderTo(node); i++) {
      if (left[grown.riders()[i]]) {
        add(sums, vote, grown.riders(), i, i + 1);
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
