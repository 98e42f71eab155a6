package tenfold.core.learn.forest;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.Growth;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Tables;
import tenfold.core.sweep.TooLarge;

/**
 * Random forests. For each impurity, number of bins, draw of features and fold the largest number
 * of trees is grown, each to the loosest limits; a walk over each tree gives its votes at every
 * combination of limits, and the votes of the first trees are every smaller forest's. Rows that a
 * tree did not draw ride along, so that the same walk gives the out-of-bag error.
 *
 * <p>Source: Breiman, "Random Forests", Machine Learning 45, 2001.
 */
public final class ForestFamily implements Family {

  private final ForestGrid grid;
  private final Task task;

  /** The family with a grid, for a task. */
  public ForestFamily(ForestGrid grid, Task task) {
    this.grid = grid;
    this.task = task;
  }

  @Override
  public String name() {
    return "forest";
  }

  @Override
  public Set<Task> tasks() {
    return Set.of(Task.REGRESSION, Task.CLASSIFICATION);
  }

  @Override
  public List<Axis> axes() {
    return grid.axes(task);
  }

  @Override
  public List<Candidate> candidates() {
    return grid.candidates(task);
  }

  @Override
  public Cost cost(Shape shape) {
    long tables = grid.tree().bins().stream().distinct().count();
    long trees = Collections.max(grid.trees());
    long impurities = grid.tree().impurities(task).size();
    return new Cost(
        candidates().size(),
        candidates().size() * shape.models(),
        tables * impurities * grid.features().size() * shape.models() * trees,
        (int) tables * Tables.passes(shape),
        Growth.taskBytes(shape) + ballot(shape, task == Task.REGRESSION ? 1 : 2),
        tables * Tables.bytes(shape) + Tables.building(shape));
  }

  /**
   * Returns the bytes of the votes that a task counts.
   *
   * @throws TooLarge if no task can hold them
   */
  private long ballot(Shape shape, int outputs) {
    long forests = combinations() * grid.trees().size();
    double kinds = shape.outOfBag() ? 2 : 1;
    double bytes = kinds * Double.BYTES * forests * shape.rows() * outputs;
    double limit = Runtime.getRuntime().maxMemory();
    if (bytes > limit || (double) shape.rows() * outputs > Integer.MAX_VALUE - 8) {
      throw new TooLarge(
          ("models.forest sweeps %d numbers of trees and limits: their votes on %,d rows take %.3g"
                  + " bytes in every running task, and %.3g are to be had; sweep fewer values of"
                  + " trees, max-depth, min-gain and min-rows, give more memory, or set engine ="
                  + " partitioned")
              .formatted(forests, shape.rows(), bytes, limit));
    }
    return (long) bytes;
  }

  private long combinations() {
    return (long) grid.tree().maxDepths().size()
        * grid.tree().minGains().size()
        * grid.tree().minRows().size();
  }

  @Override
  public Swept sweep(Engine engine, Problem problem, Set<String> asked) {
    ballot(problem.shape(), Math.max(1, problem.classes().size()));
    return ForestSweep.of(grid, task, engine, problem);
  }

  @Override
  public int compareComplexity(Candidate a, Candidate b) {
    return ForestGrid.compareComplexity(a, b);
  }
}
