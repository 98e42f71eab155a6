package tenfold.core.learn.tree;

import tenfold.core.sweep.Shape;

/** What growing trees costs. */
public final class Growth {

  private Growth() {}

  /** Bytes that growing one tree takes beside the table. */
  public static long taskBytes(Shape shape) {
    return shape.rows() * (3L * Integer.BYTES + 2L * Double.BYTES) + (128L << 20);
  }
}
