package tenfold.core.learn.tree;

import tenfold.core.sweep.Shape;

/** What growing trees costs. */
public final class Growth {

  /**
   * Multiply-adds of a matrix product that one row in one column of one level costs: measured,
   * 200,000 rows of 30 columns to depth 20.
   */
  private static final double ROW = 130;

  /** Levels of a tree that has more of them than its rows fill. */
  private static final double FULL = 17;

  private Growth() {}

  /** Multiply-adds of growing one tree, each node of which looks at {@code columns}. */
  public static double flops(Shape shape, double columns, int maxDepth) {
    return ROW * shape.rows() * columns * Math.min(maxDepth, FULL);
  }

  /** Bytes that growing one tree takes beside the table. */
  public static long taskBytes(Shape shape) {
    return shape.rows() * (3L * Integer.BYTES + 2L * Double.BYTES) + (128L << 20);
  }
}
