package tenfold.jobs.spark.trees;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tenfold.core.data.DataException;
import tenfold.core.data.Task;
import tenfold.core.learn.forest.ForestGrid;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.TooLarge;

/**
 * Trees and forests of a table that no executor holds: MLlib grows them where the rows are.
 *
 * <p>What the driver does: one fit after the other, for each point on the fitted axes, repeat and
 * fold, to the loosest limits and the largest number of trees. What the workers do: MLlib's passes
 * over its own cached copy of the rows, a level at a time, and then one pass of ours over the
 * blocks that scores every stricter limit and smaller number of trees of all those fits at once.
 * What bounds it: the trees of a repeat, which the driver holds, and MLlib's {@value #MLLIB_DEPTH}
 * levels.
 *
 * <p>The splits are MLlib's, with its candidates for thresholds (from a sample of the fold's rows
 * where those are many) and its random draws, which depend on how the rows are partitioned; it adds
 * its sums as they arrive, so that splits that gain all but the same can change places from run to
 * run. It merges leaves of one parent that predict the same class. No prefix of a single tree
 * predicts another class for that; the shares that a forest averages are those of the merged leaf.
 *
 * <p>Sources: Panda, Herbach, Basu and Bayardo, "PLANET: massively parallel learning of tree
 * ensembles with MapReduce", VLDB 2009; Spark's MLlib.
 */
public final class PartitionedTrees implements Family {

  /** Levels below the root that MLlib can number. */
  static final int MLLIB_DEPTH = 30;

  private final Points points;

  private PartitionedTrees(Points points) {
    this.points = points;
  }

  /** Returns the family {@code tree} with a grid. */
  public static PartitionedTrees of(TreeGrid grid, Task task) {
    return new PartitionedTrees(Points.of(grid, task));
  }

  /** Returns the family {@code forest} with a grid. */
  public static PartitionedTrees of(ForestGrid grid, Task task) {
    return new PartitionedTrees(Points.of(grid, task));
  }

  @Override
  public String name() {
    return points.model();
  }

  @Override
  public Set<Task> tasks() {
    return EnumSet.allOf(Task.class);
  }

  @Override
  public List<Axis> axes() {
    return points.axes();
  }

  @Override
  public List<Candidate> candidates() {
    return points.candidates();
  }

  @Override
  public Cost cost(Shape shape) {
    check(shape);
    return PartitionedCost.of(points, shape);
  }

  @Override
  public Swept sweep(Engine engine, Problem problem, Set<String> asked) {
    check(problem.shape());
    return new PartitionedSweep(points, problem, engine);
  }

  private void check(Shape shape) {
    int depth = points.loosest().maxDepth();
    if (depth > MLLIB_DEPTH) {
      throw new TooLarge(
          ("%s.max-depth goes up to %d, but a table in partitions is left to MLlib, whose trees end"
                  + " at %d; use max-depth <= %2$s, or engine = broadcast")
              .replace("%2$s", Integer.toString(MLLIB_DEPTH))
              .formatted(points.model(), depth, MLLIB_DEPTH));
    }
    if (shape.outOfBag() || shape.leaveOneOut()) {
      throw new DataException(
          shape.outOfBag()
              ? "split.folds is out-of-bag, but a table in partitions is left to MLlib, which does not tell the rows that a tree drew; use a number of folds, or engine = broadcast"
              : "split.folds is leave-one-out, which on a table in partitions would grow a %s for each of %d rows; use a number of folds"
                  .formatted(points.model(), shape.models()));
    }
  }

  @Override
  public int compareComplexity(Candidate a, Candidate b) {
    return points.complexity().compare(a, b);
  }
}
