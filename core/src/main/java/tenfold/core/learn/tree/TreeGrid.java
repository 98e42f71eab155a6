package tenfold.core.learn.tree;

import java.util.List;

/**
 * What is swept over trees; the settings under {@code models.tree}.
 *
 * @param impurities entropy or gini; a regression always takes the variance
 * @param maxDepths most splits on a way from the root to a leaf, at least 1 each
 * @param minGains a split must gain more than this, at least 0 each
 * @param minRows a node of fewer rows, by weight, is not split; at least 1 each
 * @param bins most codes of a column of numbers, 2 to 255 each
 */
public record TreeGrid(
    List<Impurity> impurities,
    List<Integer> maxDepths,
    List<Double> minGains,
    List<Integer> minRows,
    List<Integer> bins) {

  public TreeGrid {
    impurities = List.copyOf(impurities);
    maxDepths = List.copyOf(maxDepths);
    minGains = List.copyOf(minGains);
    minRows = List.copyOf(minRows);
    bins = List.copyOf(bins);
  }
}
