package tenfold.core.learn.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.Limits;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.learn.tree.TreeSettings;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Axis.Sharing;
import tenfold.core.sweep.Candidate;

/**
 * What is swept over forests; the settings under {@code models.forest}. However the trees are
 * grown, the candidates, their order and what they share are these.
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

  /** The axes, in the order of the configuration's keys. */
  public List<Axis> axes(Task task) {
    Map<String, Axis> of =
        tree.axes(task).stream().collect(Collectors.toMap(Axis::key, Function.identity()));
    Axis number =
        new Axis("trees", List.copyOf(trees), Sharing.SHARED, "fewer trees are the first of many");
    List<Object> draws = features.stream().map(Draw::param).toList();
    Axis drawn = new Axis("features", draws, Sharing.FITTED, "other draws take other splits");
    return Stream.of(
            number,
            of.get("max-depth"),
            drawn,
            of.get("impurity"),
            of.get("min-gain"),
            of.get("min-rows"),
            of.get("bins"))
        .toList();
  }

  /** Every point of the grid; the later a key in the configuration, the faster it runs. */
  public List<ForestSettings> settings(Task task) {
    List<ForestSettings> out = new ArrayList<>();
    for (int number : trees) {
      for (int depth : tree.maxDepths()) {
        for (Draw draw : features) {
          for (Impurity impurity : tree.impurities(task)) {
            for (TreeSettings one : ofDepth(impurity, depth)) {
              out.add(new ForestSettings(number, draw, one));
            }
          }
        }
      }
    }
    return out;
  }

  private List<TreeSettings> ofDepth(Impurity impurity, int depth) {
    List<TreeSettings> out = new ArrayList<>();
    for (double gain : tree.minGains()) {
      for (int rows : tree.minRows()) {
        Limits limits = new Limits(depth, gain, rows);
        tree.bins().forEach(b -> out.add(new TreeSettings(impurity, limits, b)));
      }
    }
    return out;
  }

  /** A candidate for each of {@link #settings}, in that order. */
  public List<Candidate> candidates(Task task) {
    return settings(task).stream().map(s -> new Candidate("forest", s.params())).toList();
  }

  /** Orders candidates of a forest grid from simple to complex. */
  public static int compareComplexity(Candidate a, Candidate b) {
    return ForestSettings.COMPLEXITY.compare(
        ForestSettings.of(a.params()), ForestSettings.of(b.params()));
  }
}
