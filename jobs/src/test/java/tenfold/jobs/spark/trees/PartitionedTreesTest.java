package tenfold.jobs.spark.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenfold.core.data.DataException;
import tenfold.core.data.Task;
import tenfold.core.fold.Split;
import tenfold.core.learn.forest.Draw;
import tenfold.core.learn.forest.ForestGrid;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.ThreadEngine;
import tenfold.core.sweep.TooLarge;

class PartitionedTreesTest {

  private static final TreeGrid TREES =
      new TreeGrid(
          List.of(Impurity.GINI, Impurity.ENTROPY),
          List.of(2, 10),
          List.of(0.0),
          List.of(2, 5),
          List.of(32, 64, 255));

  private static final ForestGrid FORESTS =
      new ForestGrid(List.of(8, 16), List.of(Draw.Rule.AUTO, Draw.Rule.ALL), TREES);

  @Test
  void candidatesAxesAndOrderAreTheGrids() {
    PartitionedTrees tree = PartitionedTrees.of(TREES, Task.REGRESSION);
    PartitionedTrees forest = PartitionedTrees.of(FORESTS, Task.CLASSIFICATION);

    assertThat(tree.name()).isEqualTo("tree");
    assertThat(tree.candidates()).isEqualTo(TREES.candidates(Task.REGRESSION));
    assertThat(tree.axes()).isEqualTo(TREES.axes(Task.REGRESSION));
    assertThat(forest.name()).isEqualTo("forest");
    assertThat(forest.candidates()).isEqualTo(FORESTS.candidates(Task.CLASSIFICATION));
    assertThat(forest.axes()).isEqualTo(FORESTS.axes(Task.CLASSIFICATION));
    List<Candidate> all = forest.candidates();
    assertThat(forest.compareComplexity(all.get(0), all.get(all.size() - 1))).isNegative();
  }

  @Test
  void sharedAxesCostNoFit() {
    Shape shape = new Shape(1000, 8, 0, 0, 10, 2, 20, false, 0, 0);

    Cost cost = PartitionedTrees.of(FORESTS, Task.CLASSIFICATION).cost(shape);

    assertThat(cost.candidates()).isEqualTo(2 * 2 * 2 * 2 * 2 * 3);
    assertThat(cost.models()).isEqualTo(cost.candidates() * 20);
    assertThat(cost.fits())
        .isEqualTo(2 * 2 * 3 * 10 * 2); // draws, impurities, bins; folds, repeats
  }

  @Test
  void aDepthThatMllibCannotNumberIsRefused() {
    TreeGrid deep =
        new TreeGrid(
            List.of(Impurity.GINI), List.of(5, 31), List.of(0.0), List.of(2), List.of(255));

    assertThatThrownBy(
            () ->
                PartitionedTrees.of(deep, Task.REGRESSION)
                    .cost(new Shape(1000, 8, 0, 0, 10, 1, 10, false, 0, 0)))
        .isInstanceOf(TooLarge.class)
        .hasMessage(
            "tree.max-depth goes up to 31, but a table in partitions is left to MLlib, whose trees end at 30; use max-depth <= 30, or engine = broadcast");
  }

  @Test
  void outOfBagIsRefused() {
    assertThatThrownBy(
            () ->
                PartitionedTrees.of(FORESTS, Task.CLASSIFICATION)
                    .cost(new Shape(1000, 8, 0, 0, 0, 1, 1, false, 0, 0)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "split.folds is out-of-bag, but a table in partitions is left to MLlib, which does not tell the rows that a tree drew; use a number of folds, or engine = broadcast");
  }

  @Test
  void leaveOneOutIsRefused() {
    assertThatThrownBy(
            () ->
                PartitionedTrees.of(FORESTS, Task.CLASSIFICATION)
                    .cost(new Shape(1000, 8, 0, 0, 1, 1, 990, true, 0, 0)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "split.folds is leave-one-out, which on a table in partitions would grow a forest for each of 990 rows; use a number of folds");
  }

  @Test
  void itGrowsOnSparkOnly() {
    Posed posed = Posed.gaps(new Split.Scheme.KFold(2));
    PartitionedTrees trees = PartitionedTrees.of(TREES, Task.CLASSIFICATION);

    assertThatThrownBy(
            () ->
                trees.sweep(new ThreadEngine(List.of(posed.rows()), 1), posed.problem(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Spark's learners need a SparkEngine, but the engine is a ThreadEngine");
  }
}
