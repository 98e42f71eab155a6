package tenfold.core.learn.boost;

import java.util.List;
import java.util.Set;
import tenfold.core.data.Task;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Keep;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Tables;
import tenfold.core.sweep.TooLarge;

/**
 * Boosted trees. For each way to grow and each fold one booster is trained to the largest number of
 * rounds, on one thread, and scored after every smaller number that is swept. Missing numbers stay
 * missing.
 *
 * <p>Source: Chen and Guestrin, "XGBoost: A scalable tree boosting system", KDD 2016.
 */
public final class BoostFamily implements Family {

  /** Levels of a tree that has more of them than its rows fill. */
  private static final int FULL = 12;

  /** Bytes that XGBoost takes for a value: as a float, as an entry of its matrix, and binned. */
  private static final long VALUE = 13;

  /** Bytes that XGBoost takes for a row and output: gradients, predictions and places. */
  private static final long ROW_BYTES = 40;

  private final BoostGrid grid;

  /** The family with a grid. */
  public BoostFamily(BoostGrid grid) {
    this.grid = grid;
  }

  @Override
  public String name() {
    return "boost";
  }

  @Override
  public Set<Task> tasks() {
    return Set.of(Task.REGRESSION, Task.CLASSIFICATION);
  }

  @Override
  public List<Axis> axes() {
    return grid.axes();
  }

  @Override
  public List<Candidate> candidates() {
    return grid.candidates();
  }

  /** Levels of trees that cost their rows. */
  static int levels(Growing growing) {
    return Math.min(growing.maxDepth(), FULL);
  }

  @Override
  public Cost cost(Shape shape) {
    long columns = columns(shape);
    if (shape.rows() * columns > Integer.MAX_VALUE - 8) {
      throw new TooLarge(
          "models.boost would train on %,d rows of %,d encoded columns, but one booster takes %,d values at most; leave boost out or name fewer columns"
              .formatted(shape.rows(), columns, Integer.MAX_VALUE - 8));
    }
    return new Cost(
        candidates().size(),
        candidates().size() * shape.models(),
        grid.growings().size() * shape.models(),
        Tables.passes(shape),
        trainingBytes(shape),
        Tables.rawBytes(shape) + Keep.bytes(shape, grid.candidates().size()));
  }

  /** Bytes that XGBoost takes to train on so many rows. */
  public static long trainingBytes(Shape shape) {
    return shape.rows() * (columns(shape) * VALUE + outputs(shape) * ROW_BYTES);
  }

  /** Trees of a round: one for each class where there are several. */
  public static int outputs(Shape shape) {
    return Answers.width(shape.classes());
  }

  private static long columns(Shape shape) {
    return (long) shape.numbers() + shape.indicators();
  }

  @Override
  public Swept sweep(Engine engine, Problem problem, Set<String> asked) {
    Boosters.require();
    return BoostSweep.of(grid, engine, problem);
  }

  @Override
  public int compareComplexity(Candidate a, Candidate b) {
    return BoostSettings.COMPLEXITY.compare(
        BoostSettings.of(a.params()), BoostSettings.of(b.params()));
  }
}
