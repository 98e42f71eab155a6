package tenfold.core.learn.forest;

import tenfold.core.learn.tree.Tree;

/**
 * What a leaf says to its forest: the shares of the classes, or a mean, rounded to whole multiples
 * of {@code scale * 2^-30}. Sums of such votes are exact, so they are the same in any order, on any
 * number of threads; up to 2^23 trees they are exact as doubles too.
 */
public final class Votes {

  /** The scale of classes: a share is at most 1. */
  public static final double CLASSES = 1;

  private static final int BITS = 30;
  private static final double WHOLE = 1 << BITS;

  private Votes() {}

  /**
   * Returns the scale of a regression: the least power of two above every value.
   *
   * @param largest the largest size of a value, less the problem's shift
   */
  public static double scale(double largest) {
    return Math.scalb(1.0, Math.min(Math.getExponent(largest) + 1, Double.MAX_EXPONENT));
  }

  /**
   * Returns the vote of a node for class {@code c}, or its mean, in units.
   *
   * @throws IllegalArgumentException if it is not between {@code -scale} and {@code scale}
   */
  public static int of(Tree tree, int node, int c, double scale) {
    double value = tree.outputs() == 1 ? tree.value(node, 0) : tree.share(node, c);
    double units = Math.rint(value / scale * WHOLE);
    if (!(Math.abs(units) <= WHOLE)) { // written so that NaN fails too
      throw new IllegalArgumentException(
          "a leaf's value is %s; votes of scale %s are at most that".formatted(value, scale));
    }
    return (int) units;
  }

  /** Returns the vote of so many units as a share or a number. */
  public static double value(double units, double scale) {
    return units * (scale / WHOLE);
  }

  /** Returns what the forest says where the votes of its trees sum to so many units. */
  public static double mean(double units, int trees, double scale) {
    return value(units, scale) / trees;
  }
}
