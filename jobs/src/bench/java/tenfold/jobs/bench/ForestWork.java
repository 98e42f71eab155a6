package tenfold.jobs.bench;

import java.util.List;
import java.util.Set;
import tenfold.core.data.Column;
import tenfold.core.data.Task;
import tenfold.core.learn.forest.Bagged;
import tenfold.core.learn.forest.Draw;
import tenfold.core.learn.forest.ForestFamily;
import tenfold.core.learn.forest.ForestGrid;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.Limits;
import tenfold.core.learn.tree.TreeGrid;

/** Forests that are measured: of depth 4 to 16, each node drawing the root of the columns. */
final class ForestWork {

  static final List<Integer> DEPTHS = List.of(4, 8, 12, 16);
  static final int DEPTH = 16;

  /** What the trees are grown to. */
  static final Limits LIMITS = new Limits(DEPTH, 0, 2);

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

  /** What a forest on all rows takes, on the table that the engine worked last. */
  static Spent fit(Metered engine, Workload work, int trees) {
    Bagged.fit(engine, engine.table(), work.problem(), LIMITS, trees);
    return engine.units();
  }
}
