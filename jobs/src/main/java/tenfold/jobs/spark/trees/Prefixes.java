package tenfold.jobs.spark.trees;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import tenfold.core.learn.forest.ForestSettings;
import tenfold.core.learn.tree.Limits;
import tenfold.core.learn.tree.TreeGrid;

/**
 * The shared axes: every way in which one fit is cut short. Cells are numbered by trees, then
 * depth, gain and rows.
 */
record Prefixes(
    List<Integer> trees, List<Integer> maxDepths, List<Double> minGains, List<Integer> minRows)
    implements Serializable {

  Prefixes {
    trees = List.copyOf(trees);
    maxDepths = List.copyOf(maxDepths);
    minGains = List.copyOf(minGains);
    minRows = List.copyOf(minRows);
  }

  /** Returns the shared axes of forests of so many trees, each in this grid. */
  static Prefixes of(List<Integer> trees, TreeGrid grid) {
    return new Prefixes(trees, grid.maxDepths(), grid.minGains(), grid.minRows());
  }

  /** Number of limits. */
  int limits() {
    return maxDepths.size() * minGains.size() * minRows.size();
  }

  /** Number of cells. */
  int cells() {
    return trees.size() * limits();
  }

  /** Largest number of trees. */
  int mostTrees() {
    return Collections.max(trees);
  }

  /** The limits that none of these are looser than. */
  Limits loosest() {
    return new Limits(
        Collections.max(maxDepths),
        Math.max(Limits.GAIN, Collections.min(minGains)),
        Collections.min(minRows));
  }

  /** Number of the cell that answers for these settings. */
  int cell(ForestSettings settings) {
    Limits limits = settings.tree().limits();
    int gain = minGains.indexOf(limits.minGain());
    int rows = minRows.indexOf((int) limits.minRows());
    int depth = maxDepths.indexOf(limits.maxDepth());
    return trees.indexOf(settings.trees()) * limits() + limit(depth, gain, rows);
  }

  /** Number of a limit by its places on the three axes. */
  int limit(int depth, int gain, int rows) {
    return (depth * minGains.size() + gain) * minRows.size() + rows;
  }
}
