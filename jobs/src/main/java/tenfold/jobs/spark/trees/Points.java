package tenfold.jobs.spark.trees;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tenfold.core.data.Task;
import tenfold.core.learn.forest.Draw;
import tenfold.core.learn.forest.ForestGrid;
import tenfold.core.learn.forest.ForestSettings;
import tenfold.core.learn.tree.Limits;
import tenfold.core.learn.tree.Prefixes;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Candidate;

/**
 * What is swept. A tree stands here as a forest of one that draws no rows and no features.
 *
 * @param model name of the family
 * @param task what is predicted
 * @param sampling which rows a tree is grown on
 * @param axes as the grid has them
 * @param candidates as the grid has them
 * @param settings of each candidate
 * @param cells what one fit answers
 * @param loosest limits, to which a tree is grown
 * @param complexity from simple to complex
 */
record Points(
    String model,
    Task task,
    Sampling sampling,
    List<Axis> axes,
    List<Candidate> candidates,
    List<ForestSettings> settings,
    Cells cells,
    Limits loosest,
    Comparator<Candidate> complexity) {

  /** The points of a grid of trees. */
  static Points of(TreeGrid grid, Task task) {
    return new Points(
        "tree",
        task,
        Sampling.ALL,
        grid.axes(task),
        grid.candidates(task),
        grid.settings(task).stream().map(s -> new ForestSettings(1, Draw.Rule.ALL, s)).toList(),
        new Cells(List.of(1), Prefixes.of(grid)),
        grid.loosest(),
        TreeGrid::compareComplexity);
  }

  /** The points of a grid of forests. */
  static Points of(ForestGrid grid, Task task) {
    return new Points(
        "forest",
        task,
        Sampling.BOOTSTRAP,
        grid.axes(task),
        grid.candidates(task),
        grid.settings(task),
        new Cells(grid.trees(), Prefixes.of(grid.tree())),
        grid.tree().loosest(),
        ForestGrid::compareComplexity);
  }

  /** The points on the fitted axes, each once. */
  List<Growth> growths() {
    return settings.stream().map(Growth::of).distinct().toList();
  }

  /** Which candidates this growth answers. */
  int[] answered(Growth growth) {
    return IntStream.range(0, settings.size())
        .filter(c -> Growth.of(settings.get(c)).equals(growth))
        .toArray();
  }

  /** The settings of a candidate. */
  ForestSettings settings(Candidate candidate) {
    return settings.get(candidates.indexOf(candidate));
  }
}
