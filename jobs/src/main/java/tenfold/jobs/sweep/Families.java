package tenfold.jobs.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import tenfold.core.conf.Experiment;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.learn.boost.BoostFamily;
import tenfold.core.learn.forest.ForestFamily;
import tenfold.core.learn.logistic.LogisticFamily;
import tenfold.core.learn.network.NetworkFamily;
import tenfold.core.learn.ridge.Ridge;
import tenfold.core.learn.tree.TreeFamily;
import tenfold.core.sweep.Family;
import tenfold.jobs.spark.Origins;
import tenfold.jobs.spark.SparkEngine;
import tenfold.jobs.spark.trees.PartitionedBoost;
import tenfold.jobs.spark.trees.PartitionedTrees;
import tenfold.jobs.spark.trees.Placement;

/** The families that a configuration asks for: one line for each that there is. */
final class Families {

  private Families() {}

  /**
   * Returns the experiment's families, in the order in which simplicity prefers them.
   *
   * @param schema of the data
   * @param hadoop finds the networks that others begin as
   */
  static List<Family> of(Experiment experiment, Schema schema, Configuration hadoop) {
    Task task = schema.task();
    List<Family> families = new ArrayList<>();
    experiment.ridge().ifPresent(grid -> families.add(new Ridge(grid)));
    experiment.logistic().ifPresent(grid -> families.add(new LogisticFamily(grid)));
    experiment.tree().ifPresent(grid -> families.add(new TreeFamily(grid, task)));
    experiment.forest().ifPresent(grid -> families.add(new ForestFamily(grid, task)));
    experiment.boost().ifPresent(grid -> families.add(new BoostFamily(grid)));
    experiment
        .network()
        .ifPresent(grid -> families.add(new NetworkFamily(Origins.read(grid, schema, hadoop))));
    return families;
  }

  /** The table that a family works on, if every executor must hold one whole. */
  static Optional<Placement.Held> holds(Family family) {
    if (family instanceof BoostFamily || family instanceof NetworkFamily) {
      return Optional.of(Placement.Held.RAW);
    }
    return family instanceof TreeFamily || family instanceof ForestFamily
        ? Optional.of(Placement.Held.CODED)
        : Optional.empty();
  }

  /** Returns a family that would hold a whole table as it works on partitions. */
  static Family partitioned(Family family, Experiment experiment, Task task, SparkEngine engine) {
    if (family instanceof TreeFamily) {
      return PartitionedTrees.of(experiment.tree().orElseThrow(), task);
    }
    return family instanceof ForestFamily
        ? PartitionedTrees.of(experiment.forest().orElseThrow(), task)
        : PartitionedBoost.of(experiment.boost().orElseThrow(), engine);
  }

  /** Whether learners of Spark's own fit it, which need a cluster. */
  static boolean onSpark(Family family) {
    return family instanceof PartitionedTrees || family instanceof PartitionedBoost;
  }
}
