package tenfold.core.learn.forest;

import java.util.List;
import tenfold.core.learn.tree.TreeGrid;

/**
 * What is swept over forests; the settings under {@code models.forest}.
 *
 * @param trees numbers of trees, at least 1 each
 * @param features how many features each node draws
 * @param tree the limits of each tree
 */
public record ForestGrid(List<Integer> trees, List<Draw> features, TreeGrid tree) {

  public ForestGrid {
    trees = List.copyOf(trees);
    features = List.copyOf(features);
  }
}
