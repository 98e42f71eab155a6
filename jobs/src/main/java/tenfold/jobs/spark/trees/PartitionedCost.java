package tenfold.jobs.spark.trees;

import java.util.Collections;
import tenfold.core.learn.boost.BoostFamily;
import tenfold.core.learn.boost.BoostGrid;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Shape;

/** What a sweep by Spark's learners would cost. */
final class PartitionedCost {

  /** MLlib counts the rows and draws candidates for thresholds before it grows. */
  private static final int PASSES_BEFORE = 2;

  /** Bytes of a node in a booster's file and in {@link Trained}. */
  private static final long BOOSTER_NODE = 64;

  /** Bytes of a cell's scores. */
  private static final long CELL = 256;

  private PartitionedCost() {}

  /** Returns the cost of growing these points by MLlib over data of this shape. */
  static Cost of(Points points, Shape shape) {
    long cuts = (long) shape.folds() * shape.repeats();
    long fits = points.growths().size() * cuts;
    int depth = points.loosest().maxDepth();
    int trees = points.cells().mostTrees();
    long nodes = Math.min(1L << (depth + 1), 2 * shape.rows()); // a leaf has at least one row
    long forest = trees * Voter.bytes(nodes, 1);
    long scores = (long) points.cells().count() * points.growths().size() * shape.folds() * CELL;
    return new Cost(
        points.candidates().size(),
        points.candidates().size() * shape.models(),
        fits,
        (int) (fits * (PASSES_BEFORE + depth)) + shape.repeats(),
        scores + Math.min(Waiting.PASS_BYTES, forest * fits),
        forest * points.growths().size() * shape.folds());
  }

  /**
   * Returns the cost of sweeping this grid by XGBoost4J-Spark, whose workers share the rows.
   *
   * @param workers how many
   */
  static Cost of(BoostGrid grid, Shape shape, int workers) {
    long cuts = (long) shape.folds() * shape.repeats();
    long ways = grid.growings().size();
    int rounds = Collections.max(grid.rounds());
    int depth = Math.min(Collections.max(grid.maxDepths()), Long.SIZE - 2);
    long nodes = Math.min(1L << (depth + 1), 2 * shape.rows());
    long booster = (long) rounds * BoostFamily.outputs(shape) * nodes * BOOSTER_NODE;
    int cells = grid.patience().isPresent() ? rounds : grid.rounds().size(); // then each is scored
    long scores = cells * ways * shape.folds() * CELL;
    long fits = ways * cuts;
    return new Cost(
        grid.candidates().size(),
        grid.candidates().size() * shape.models(),
        fits,
        (int) fits + shape.repeats(),
        BoostFamily.trainingBytes(shape) / workers
            + scores
            + Math.min(Waiting.PASS_BYTES, booster * fits),
        booster * ways * shape.folds());
  }
}
