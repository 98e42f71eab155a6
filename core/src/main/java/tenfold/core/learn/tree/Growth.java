package tenfold.core.learn.tree;

import tenfold.core.data.Table;
import tenfold.core.sweep.Shape;

/** What growing trees costs, and the scale on which it judges targets. */
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

  /**
   * Returns the power of two at or below the standard deviation of the table's targets: what
   * impurities of a regression are measured in, so that "equal but for rounding" means the same for
   * any unit; 1 for classes.
   */
  public static double scale(Table table) {
    if (!table.classes().isEmpty()) {
      return 1;
    }
    double sum = 0;
    for (double y : table.target()) {
      sum += y;
    }
    double mean = sum / table.rows();
    double squares = 0;
    for (double y : table.target()) {
      squares += (y - mean) * (y - mean);
    }
    double deviation = Math.sqrt(squares / table.rows());
    return deviation > 0 ? Math.scalb(1.0, Math.getExponent(deviation)) : 1;
  }
}
