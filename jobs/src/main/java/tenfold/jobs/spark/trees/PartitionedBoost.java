package tenfold.jobs.spark.trees;

import java.util.List;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.util.Utils;
import tenfold.core.data.DataException;
import tenfold.core.data.Task;
import tenfold.core.learn.boost.BoostFamily;
import tenfold.core.learn.boost.BoostGrid;
import tenfold.core.learn.boost.Boosters;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Swept;
import tenfold.jobs.spark.SparkEngine;
import tenfold.jobs.spark.UsageException;

/**
 * Boosted trees of a table that no executor holds: XGBoost4J-Spark trains them where the rows are.
 *
 * <p>What the driver does: one fit after the other, for each way to grow, repeat and fold, to the
 * largest number of rounds. What the workers do: they take a share of the rows each, by a shuffle
 * for every fit, agree on bins by merged quantile sketches, and add up their histograms for every
 * level of every tree; then one pass of ours over the blocks scores every number of rounds of all
 * those fits. What bounds it: the memory of the workers, which hold the rows once between them, and
 * the boosters of a repeat, which the driver holds.
 *
 * <p>The bins are those of merged sketches, and sums of histograms depend on how the rows are
 * shared out, so that splits that gain all but the same can differ from those of one booster on the
 * whole table, and subsamples do differ. Where folds stop early, they are trained on to the largest
 * number of rounds all the same, and judged where they would have stopped.
 *
 * <p>Source: Chen and Guestrin, "XGBoost: A scalable tree boosting system", KDD 2016.
 */
public final class PartitionedBoost implements Family {

  private final BoostGrid grid;
  private final BoostFamily whole;
  private final int workers;

  PartitionedBoost(BoostGrid grid, int workers) {
    this.grid = grid;
    this.workers = workers;
    whole = new BoostFamily(grid);
  }

  /**
   * Returns the family with a grid, for the data of an engine. How many workers train is settled
   * here, so that executors which come and go do not change what the next fit comes to.
   *
   * @throws UsageException if executors are allocated dynamically
   */
  public static PartitionedBoost of(BoostGrid grid, SparkEngine engine) {
    check(engine.blocks().context().getConf());
    return new PartitionedBoost(grid, BoosterLearner.workers(engine.blocks()));
  }

  /** Refuses what Spark would: workers start together, or not at all. */
  static void check(SparkConf conf) {
    if (Utils.isDynamicAllocationEnabled(conf)) {
      throw new UsageException(
          "spark.dynamicAllocation.enabled is true, but boosting on a table in partitions needs all its workers at once; set it to false, or engine = broadcast where the table fits into an executor");
    }
  }

  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public Set<Task> tasks() {
    return whole.tasks();
  }

  @Override
  public List<Axis> axes() {
    return whole.axes();
  }

  @Override
  public List<Candidate> candidates() {
    return whole.candidates();
  }

  @Override
  public Cost cost(Shape shape) {
    check(shape);
    return PartitionedCost.of(grid, shape, workers);
  }

  @Override
  public Swept sweep(Engine engine, Problem problem, Set<String> asked) {
    check(problem.shape());
    SparkEngine.under(engine); // refuses another before a library is looked for
    Boosters.require();
    return new BoosterSweep(grid, problem, engine, workers);
  }

  private static void check(Shape shape) {
    if (shape.leaveOneOut()) {
      throw new DataException(
          "split.folds is leave-one-out, which on a table in partitions would train a booster for each of %d rows; use a number of folds"
              .formatted(shape.models()));
    }
  }

  @Override
  public int compareComplexity(Candidate a, Candidate b) {
    return whole.compareComplexity(a, b);
  }
}
