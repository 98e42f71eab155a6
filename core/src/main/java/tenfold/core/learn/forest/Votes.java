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

  /** Size of a value of which as many as an array holds have a sum and a sum of squares. */
  private static final double LARGEST = 0x1p480;

  private static final int BITS = 30;
  private static final double WHOLE = 1 << BITS;

  private Votes() {}

  /**
   * Returns the scale of a regression: the least power of two above every value; NaN where sums of
   * such values may overflow, and so is what their forests predict.
   *
   * @param largest the largest size of a value, less the problem's shift
   */
  public static double scale(double largest) {
    return largest < LARGEST ? Math.scalb(1.0, Math.getExponent(largest) + 1) : Double.NaN;
  }

  /**
   * Returns the vote of a node for class {@code c}, or its mean, in units.
   *
   * @return 0 if the scale is NaN
   * @throws IllegalArgumentException if it is not between {@code -scale} and {@code scale}
   */
  public static int of(Tree tree, int node, int c, double scale) {
    if (Double.isNaN(scale)) {
      return 0;
    }
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
