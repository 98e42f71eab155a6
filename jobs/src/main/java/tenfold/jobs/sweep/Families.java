package tenfold.jobs.sweep;

import java.util.ArrayList;
import java.util.List;
import tenfold.core.conf.Experiment;
import tenfold.core.data.Task;
import tenfold.core.learn.boost.BoostFamily;
import tenfold.core.learn.forest.ForestFamily;
import tenfold.core.learn.logistic.LogisticFamily;
import tenfold.core.learn.ridge.Ridge;
import tenfold.core.learn.tree.TreeFamily;
import tenfold.core.sweep.Family;
import tenfold.jobs.spark.trees.PartitionedTrees;

/** The families that a configuration asks for: one line for each that there is. */
final class Families {

  private Families() {}

  /** Returns the experiment's families, in the order in which simplicity prefers them. */
  static List<Family> of(Experiment experiment, Task task) {
    List<Family> families = new ArrayList<>();
    experiment.ridge().ifPresent(grid -> families.add(new Ridge(grid)));
    experiment.logistic().ifPresent(grid -> families.add(new LogisticFamily(grid)));
    experiment.tree().ifPresent(grid -> families.add(new TreeFamily(grid, task)));
    experiment.forest().ifPresent(grid -> families.add(new ForestFamily(grid, task)));
    experiment.boost().ifPresent(grid -> families.add(new BoostFamily(grid)));
    return families;
  }

  /** Whether a family works on the whole table, which every executor must then hold. */
  static boolean holdsTable(Family family) {
    return family instanceof TreeFamily || family instanceof ForestFamily;
  }

  /** Returns the families, those that would hold the whole table as they work on partitions. */
  static List<Family> partitioned(List<Family> families, Experiment experiment, Task task) {
    return families.stream()
        .map(
            family -> {
              if (family instanceof TreeFamily) {
                return PartitionedTrees.of(experiment.tree().orElseThrow(), task);
              }
              return family instanceof ForestFamily
                  ? PartitionedTrees.of(experiment.forest().orElseThrow(), task)
                  : family;
            })
        .toList();
  }
}
