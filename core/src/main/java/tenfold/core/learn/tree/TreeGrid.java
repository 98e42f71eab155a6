package tenfold.core.learn.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tenfold.core.data.Task;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Axis.Sharing;
import tenfold.core.sweep.Candidate;

/**
 * What is swept over trees; the settings under {@code models.tree}. However the trees are grown,
 * the candidates, their order and what they share are these.
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

  /** Why limits are shared. */
  public static final String PREFIX =
      "a stricter limit is a prefix of the tree grown to the loosest";

  public TreeGrid {
    impurities = List.copyOf(impurities);
    maxDepths = List.copyOf(maxDepths);
    minGains = List.copyOf(minGains);
    minRows = List.copyOf(minRows);
    bins = List.copyOf(bins);
  }

  /** The impurities that this task can take, each once. */
  public List<Impurity> impurities(Task task) {
    return impurities.stream().map(i -> i.on(task)).distinct().toList();
  }

  /** The limits that no swept ones are looser than: to these a tree is grown. */
  public Limits loosest() {
    return new Limits(
        Collections.max(maxDepths), Collections.min(minGains), Collections.min(minRows));
  }

  /** The axes, in the order of the configuration's keys. */
  public List<Axis> axes(Task task) {
    List<Object> keys = impurities(task).stream().<Object>map(Impurity::key).toList();
    return List.of(
        new Axis("impurity", keys, Sharing.FITTED, "another impurity takes other splits"),
        new Axis("max-depth", List.copyOf(maxDepths), Sharing.SHARED, PREFIX),
        new Axis("min-gain", List.copyOf(minGains), Sharing.SHARED, PREFIX),
        new Axis("min-rows", List.copyOf(minRows), Sharing.SHARED, PREFIX),
        new Axis("bins", List.copyOf(bins), Sharing.FITTED, "other bins offer other thresholds"));
  }

  /** Every point of the grid; the later a key in the configuration, the faster it runs. */
  public List<TreeSettings> settings(Task task) {
    List<TreeSettings> out = new ArrayList<>();
    for (Impurity impurity : impurities(task)) {
      for (int depth : maxDepths) {
        for (double gain : minGains) {
          for (int rows : minRows) {
            Limits limits = new Limits(depth, gain, rows);
            bins.forEach(b -> out.add(new TreeSettings(impurity, limits, b)));
          }
        }
      }
    }
    return out;
  }

  /** A candidate for each of {@link #settings}, in that order. */
  public List<Candidate> candidates(Task task) {
    return settings(task).stream().map(s -> new Candidate("tree", s.params())).toList();
  }

  /** Orders candidates of a tree grid from simple to complex. */
  public static int compareComplexity(Candidate a, Candidate b) {
    return TreeSettings.COMPLEXITY.compare(
        TreeSettings.of(a.params()), TreeSettings.of(b.params()));
  }
}
