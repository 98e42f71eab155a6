package tenfold.jobs.spark.trees;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import tenfold.core.learn.forest.ForestSettings;
import tenfold.core.learn.tree.Prefixes;

/**
 * What one fit answers: every number of trees under every limit. Cells are numbered by trees, then
 * as the limits are.
 *
 * @param trees the numbers of trees swept
 * @param limits of each tree
 */
record Cells(List<Integer> trees, Prefixes limits) implements Serializable {

  Cells {
    trees = List.copyOf(trees);
  }

  /** Number of cells. */
  int count() {
    return trees.size() * limits.count();
  }

  /** Number of the cell that answers for these settings. */
  int indexOf(ForestSettings settings) {
    return first(settings.trees()) + limits.indexOf(settings.tree().limits());
  }

  /** First cell of so many trees; below 0 where that number is not swept. */
  int first(int number) {
    return trees.indexOf(number) * limits.count();
  }

  /** Largest number of trees. */
  int mostTrees() {
    return Collections.max(trees);
  }
}
