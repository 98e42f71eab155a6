package tenfold.jobs.bench;

import java.util.List;
import java.util.Set;
import tenfold.core.data.Column;
import tenfold.core.data.Task;
import tenfold.core.learn.forest.Draw;
import tenfold.core.learn.forest.ForestFamily;
import tenfold.core.learn.forest.ForestGrid;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.TreeGrid;

/** Forests that are measured: of depth 4 to 16, each node drawing the root of the columns. */
final class ForestWork {

  static final List<Integer> DEPTHS = List.of(4, 8, 12, 16);
  static final int DEPTH = 16;

  private ForestWork() {}

  /** Every depth with these numbers of trees. */
  static ForestFamily family(List<Integer> trees) {
    TreeGrid tree =
        new TreeGrid(
            List.of(Impurity.ENTROPY), DEPTHS, List.of(0.0), List.of(2), List.of(Column.CODES));
    return new ForestFamily(
        new ForestGrid(trees, List.of(Draw.Rule.AUTO), tree), Task.CLASSIFICATION);
  }

  /** What ten folds of {@code trees} trees take, without building the table. */
  static Spent sweep(Metered engine, Workload work, int trees) {
    family(List.of(trees)).sweep(engine, work.problem(), Set.of("j"));
    return engine.units();
  }
}
