package tenfold.jobs.spark.trees;

import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Shape;

/** What a sweep by MLlib would cost. */
final class PartitionedCost {

  /** MLlib counts the rows and draws candidates for thresholds before it grows. */
  private static final int PASSES_BEFORE = 2;

  /** Multiply-adds in the time that MLlib takes to add a row's feature to a histogram. */
  private static final double PER_FEATURE = 20;

  /** Bytes of a cell's scores. */
  private static final long CELL = 256;

  private PartitionedCost() {}

  /** Returns the cost of sweeping these points over data of this shape. */
  static Cost of(Points points, Shape shape) {
    long cuts = (long) shape.folds() * shape.repeats();
    long fits = points.growths().size() * cuts;
    int depth = points.loosest().maxDepth();
    int trees = points.cells().mostTrees();
    long nodes = Math.min(1L << (depth + 1), 2 * shape.rows()); // a leaf has at least one row
    long forest = trees * Voter.bytes(nodes, 1);
    long scores = (long) points.cells().count() * points.growths().size() * shape.folds() * CELL;
    double columns = (double) shape.numbers() + shape.indicators();
    double levels = shape.rows() * (double) depth * trees;
    return new Cost(
        points.candidates().size(),
        points.candidates().size() * shape.models(),
        fits,
        (int) (fits * (PASSES_BEFORE + depth)) + shape.repeats(),
        scores + Math.min(PartitionedSweep.PASS_BYTES, forest * fits),
        forest * points.growths().size() * shape.folds(),
        fits * levels * columns * PER_FEATURE + fits * levels,
        0);
  }
}
