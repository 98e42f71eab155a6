package tenfold.jobs.spark.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Task;
import tenfold.core.fold.Split;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.sweep.FoldScore;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;

/**
 * One fit holds the answer for every depth: MLlib's own decision tree, trained anew at each depth
 * on the same rows, has the same scores.
 */
class PrefixLawTest {

  private static final Split.Scheme FOLDS = new Split.Scheme.KFold(2);

  @Test
  void classesOfNamesAndNumbers() {
    Posed posed =
        Posed.classes("../data/sacramento.csv", "type", List.of("zip", "latitude"), FOLDS);
    TreeGrid grid = grid(Impurity.ENTROPY, List.of(1, 4, 9), 40);

    List<Result> results = sweep(posed, grid, Task.CLASSIFICATION);

    for (Result result : results) {
      DecisionTreeClassifier own =
          new DecisionTreeClassifier()
              .setImpurity("entropy")
              .setMaxBins(40)
              .setMaxDepth((int) result.candidate().params().get("max-depth"));
      agree(posed, result, (rows, seed) -> own.setSeed(seed).fit(rows));
    }
    assertThat(scored(results.get(2)).jTrain()).isLessThan(scored(results.get(0)).jTrain());
  }

  @Test
  void missingNumbersAndLevelsWithWeights() {
    Posed posed = Posed.gaps(FOLDS);
    TreeGrid grid = grid(Impurity.GINI, List.of(3, 8), 255);

    for (Result result : sweep(posed, grid, Task.CLASSIFICATION)) {
      DecisionTreeClassifier own =
          new DecisionTreeClassifier()
              .setMaxBins(255)
              .setWeightCol("weight")
              .setMaxDepth((int) result.candidate().params().get("max-depth"));
      agree(posed, result, (rows, seed) -> own.setSeed(seed).fit(rows));
      assertThat(scored(result).notes())
          .containsExactly(
              "missing numbers took the training part's mean: MLlib's trees do not route them");
    }
  }

  @Test
  void weightedNumbers() {
    Posed posed =
        Posed.numbers("../data/concrete.csv", "compressive_strength", FOLDS, Optional.of("water"));
    TreeGrid grid = grid(Impurity.ENTROPY, List.of(2, 7), 64);

    for (Result result : sweep(posed, grid, Task.REGRESSION)) {
      DecisionTreeRegressor own =
          new DecisionTreeRegressor()
              .setMaxBins(64)
              .setWeightCol("weight")
              .setMaxDepth((int) result.candidate().params().get("max-depth"));
      agree(posed, result, (rows, seed) -> own.setSeed(seed).fit(rows));
      assertThat(scored(result).notes()).isEmpty();
    }
  }

  private static TreeGrid grid(Impurity impurity, List<Integer> depths, int bins) {
    return new TreeGrid(List.of(impurity), depths, List.of(0.0), List.of(1), List.of(bins));
  }

  private static List<Result> sweep(Posed posed, TreeGrid grid, Task task) {
    return PartitionedTrees.of(grid, task)
        .sweep(posed.engine(), posed.problem(), Set.of())
        .results();
  }

  private static Scored scored(Result result) {
    return (Scored) result.outcome();
  }

  private interface Trainer {
    Model<?> fit(Dataset<Row> rows, long seed);
  }

  private static void agree(Posed posed, Result result, Trainer trainer) {
    Features features = new Features(posed.problem(), Features.Gaps.MEAN);
    for (FoldScore score : scored(result).folds()) {
      Cut cut = new Cut(score.repeat(), score.fold());
      Dataset<Row> training =
          new TrainingRows(posed.problem(), features, cut).of(posed.engine().blocks());
      Model<?> model = trainer.fit(training, 1);
      Held held = new Held(posed.problem(), features, cut);

      assertThat(score.jTrain())
          .isCloseTo(Held.j(posed.problem(), model.transform(training)), within(1e-10));
      assertThat(score.jCv())
          .isCloseTo(
              Held.j(posed.problem(), model.transform(held.of(posed.engine().blocks()))),
              within(1e-10));
      assertThat(score.rows()).isEqualTo(held.of(posed.engine().blocks()).count());
    }
  }
}
