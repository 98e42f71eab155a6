package tenfold.core.learn.tree;

import java.util.List;
import java.util.Set;
import tenfold.core.data.Task;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Tables;

/**
 * Decision trees. For each impurity, number of bins and fold one tree is grown to the loosest of
 * the swept limits; a walk over its nodes scores it at every maximum depth, minimum gain and
 * minimum of rows at once, since none of them changes which split a node takes, only whether.
 *
 * <p>Source: Breiman, Friedman, Olshen and Stone, <i>Classification and Regression Trees</i>.
 */
public final class TreeFamily implements Family {

  private final TreeGrid grid;
  private final Task task;

  /** The family with a grid, for a task. */
  public TreeFamily(TreeGrid grid, Task task) {
    this.grid = grid;
    this.task = task;
  }

  @Override
  public String name() {
    return "tree";
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
    long tables = grid.bins().stream().distinct().count();
    long fits = tables * grid.impurities(task).size() * shape.models();
    return new Cost(
        candidates().size(),
        candidates().size() * shape.models(),
        fits,
        (int) tables * Tables.passes(shape),
        Growth.taskBytes(shape),
        tables * Tables.bytes(shape) + Tables.building(shape));
  }

  @Override
  public Swept sweep(Engine engine, Problem problem, Set<String> asked) {
    return TreeSweep.of(grid, task, engine, problem);
  }

  @Override
  public int compareComplexity(Candidate a, Candidate b) {
    return TreeGrid.compareComplexity(a, b);
  }
}
