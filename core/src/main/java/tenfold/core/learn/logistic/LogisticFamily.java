package tenfold.core.learn.logistic;

import java.util.Comparator;
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

/**
 * Logistic regression of two classes, softmax of more, on polynomials: {@code J(w, b) = -1/m sum
 * log p(y) + lambda/(2m) |w|^2}, the terms centred and scaled by each fold's training rows.
 *
 * <p>What the workers do: products of a chunk of rows with the weights of all models, and back
 * ({@link WavePass}). What the driver does: one step of each model ({@link CutSweep}). What bounds
 * it: one exponential for each row, model and pass; {@link Room} of statistics in every task.
 *
 * <p>Source: Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 4.4.
 */
public final class LogisticFamily implements Family {

  private final LogisticGrid grid;

  /** The family with a grid. */
  public LogisticFamily(LogisticGrid grid) {
    this.grid = grid;
  }

  @Override
  public String name() {
    return "logistic";
  }

  @Override
  public Set<Task> tasks() {
    return Set.of(Task.CLASSIFICATION);
  }

  @Override
  public List<Axis> axes() {
    return List.of(
        new Axis(
            "degree",
            List.copyOf(grid.degrees()),
            Axis.Sharing.FITTED,
            "each has terms of its own"),
        new Axis(
            "lambda",
            List.copyOf(grid.lambdas()),
            Axis.Sharing.SHARED,
            "all lambdas and folds advance in the same passes"));
  }

  @Override
  public List<Candidate> candidates() {
    return grid.candidates();
  }

  @Override
  public Cost cost(Shape shape) {
    return LogisticCost.of(grid, shape);
  }

  @Override
  public Swept sweep(Engine engine, Problem problem, Set<String> asked) {
    cost(problem.shape());
    return new LogisticSweep(grid, Room.USUAL, engine, problem, asked);
  }

  @Override
  public int compareComplexity(Candidate a, Candidate b) {
    return Comparator.<Candidate>comparingInt(c -> (Integer) c.params().get("degree"))
        .thenComparing(c -> (Double) c.params().get("lambda"), Comparator.reverseOrder())
        .compare(a, b);
  }
}
