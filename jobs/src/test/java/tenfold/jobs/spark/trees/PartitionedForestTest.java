package tenfold.jobs.spark.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.data.Classes;
import tenfold.core.data.Fitted;
import tenfold.core.data.Task;
import tenfold.core.fold.Folds;
import tenfold.core.fold.Split;
import tenfold.core.learn.forest.Draw;
import tenfold.core.learn.forest.ForestGrid;
import tenfold.core.learn.forest.ForestModel;
import tenfold.core.learn.forest.ForestSettings;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.FoldScore;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;

class PartitionedForestTest {

  private static final ForestGrid GRID =
      new ForestGrid(
          List.of(1, 3, 5),
          List.of(Draw.Rule.AUTO),
          new TreeGrid(
              List.of(Impurity.GINI),
              List.of(2, 6),
              List.of(0.0, 0.01),
              List.of(1, 40),
              List.of(32)));

  private static final Candidate LOOSEST =
      GRID.candidates(Task.CLASSIFICATION).stream()
          .filter(
              c ->
                  c.id().contains("trees=5, max-depth=6")
                      && c.id().contains("min-gain=0.0, min-rows=1,"))
          .findFirst()
          .orElseThrow();

  @Test
  void everyCandidateIsAForestOfFewerTreesCutToItsLimits() {
    Posed posed = Posed.gaps(new Split.Scheme.KFold(2));
    Points points = Points.of(GRID, Task.CLASSIFICATION);

    Swept swept =
        PartitionedTrees.of(GRID, Task.CLASSIFICATION)
            .sweep(posed.engine(), posed.problem(), Set.of());

    Learner learner = new Learner(points, posed.problem(), posed.engine().blocks());
    assertThat(swept.results()).hasSize(24);
    for (int fold = 0; fold < 2; fold++) {
      Cut cut = new Cut(0, fold);
      Grown grown = learner.grow(points.growths().get(0), cut);
      for (Result result : swept.results()) {
        FoldScore score = ((Scored) result.outcome()).folds().get(fold);
        Fitted forest = model(posed, learner, grown, points.settings(result.candidate()));
        IntPredicate trains = part -> cut.trains(posed.problem().folds(), part);
        IntPredicate held = part -> part == cut.fold();

        assertThat(score.jTrain()).isCloseTo(wrong(posed, forest, trains), within(1e-12));
        assertThat(score.jCv()).isCloseTo(wrong(posed, forest, held), within(1e-12));
        assertThat(score.metrics().get("accuracy")).isCloseTo(1 - score.jCv(), within(1e-12));
        assertThat(score.metrics().get("log_loss"))
            .isCloseTo(mean(posed, forest, held, PartitionedForestTest::logLoss), within(1e-12));
        assertThat(score.metrics()).doesNotContainKeys("roc_auc", "pr_auc");
        outOfFoldIs(posed, swept.outOfFold(result.candidate()), forest, fold);
      }
    }
  }

  @Test
  void theLoosestCandidateRefittedPredictsWhatMllibPredicts() {
    Posed posed = Posed.gaps(new Split.Scheme.HoldOut(0.3));
    Points points = Points.of(GRID, Task.CLASSIFICATION);
    Swept swept =
        PartitionedTrees.of(GRID, Task.CLASSIFICATION)
            .sweep(posed.engine(), posed.problem(), Set.of());

    Fitted refitted = swept.refit(LOOSEST);

    Learner learner = new Learner(points, posed.problem(), posed.engine().blocks());
    Dataset<Row> rows =
        new TrainingRows(posed.problem(), learner.features(), Cut.none())
            .of(posed.engine().blocks());
    RandomForestClassifier own =
        new RandomForestClassifier()
            .setNumTrees(5)
            .setMaxDepth(6)
            .setMaxBins(32)
            .setFeatureSubsetStrategy("2") // the root of 7: a, five levels, b
            .setWeightCol("weight")
            .setSeed(learner.seed(points.growths().get(0), Cut.none()));
    List<Double> expected =
        own.fit(rows).transform(rows).select("probability").collectAsList().stream()
            .map(row -> row.<Vector>getAs(0).apply(1))
            .toList();
    List<Double> found =
        posed.rows().stream()
            .flatMap(
                block -> {
                  int[] part = posed.problem().folds().of(block, 0);
                  double[] predicted = refitted.predict(block);
                  return IntStream.range(0, block.rows())
                      .filter(i -> part[i] != Folds.TEST)
                      .mapToObj(i -> predicted[2 * i + 1]);
                })
            .toList();
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).isCloseTo(expected.get(i), within(1e-8));
    }
    assertThat(refitted.classes()).containsExactly("no", "yes");
    Scored scored = (Scored) swept.results().get(0).outcome();
    double n = scored.folds().get(0).rows();
    assertThat(
            scored
                .jCvSe()
                .orElseThrow()) // weights of 1 to 3 make it larger than that of equal ones
        .isBetween(
            Math.sqrt(scored.jCv() * (1 - scored.jCv()) / n),
            1.3 * Math.sqrt(scored.jCv() * (1 - scored.jCv()) / n));
  }

  @Test
  void forestsOfNumbersPredictOutOfFoldWhatWasScored() {
    Posed posed =
        Posed.numbers(
            "../data/concrete.csv",
            "compressive_strength",
            new Split.Scheme.KFold(2),
            Optional.empty());
    ForestGrid grid =
        new ForestGrid(
            List.of(2, 4),
            List.of(new Draw.Count(3)),
            new TreeGrid(
                List.of(Impurity.ENTROPY),
                List.of(1, 6),
                List.of(0.0, 5.0),
                List.of(1),
                List.of(32)));

    Swept swept =
        PartitionedTrees.of(grid, Task.REGRESSION).sweep(posed.engine(), posed.problem(), Set.of());

    assertThat(swept.results()).hasSize(8);
    for (Result result : swept.results()) {
      OutOfFold outOfFold = swept.outOfFold(result.candidate());
      for (FoldScore score : ((Scored) result.outcome()).folds()) {
        assertThat(score.jCv()).isCloseTo(halfSquare(posed, outOfFold, score.fold()), within(1e-9));
      }
    }
    Scored coarse = (Scored) swept.results().get(0).outcome();
    Scored fine = (Scored) swept.results().get(6).outcome();
    assertThat(fine.jCv()).isLessThan(coarse.jCv() / 2);
    assertThat(fine.metrics().get("r2")).isBetween(0.7, 1.0);
  }

  private static Fitted model(Posed posed, Learner learner, Grown grown, ForestSettings settings) {
    return new ForestModel(
        learner.features().inputs(),
        posed.problem().classes(),
        0,
        grown.scale(),
        grown.cutTo(settings).trees());
  }

  private static double wrong(Posed posed, Fitted model, IntPredicate counts) {
    return mean(posed, model, counts, (p, truth) -> Classes.likeliest(p, 0, 2) == truth ? 0 : 1);
  }

  private static double logLoss(double[] probabilities, int truth) {
    return -Math.log(Math.min(Math.max(probabilities[truth], 1e-15), 1 - 1e-15));
  }

  /** What a row costs whose classes have these probabilities. */
  private interface Cost {
    double of(double[] probabilities, int truth);
  }

  private static double mean(Posed posed, Fitted model, IntPredicate counts, Cost cost) {
    double weight = 0;
    double sum = 0;
    for (Block block : posed.rows()) {
      int[] part = posed.problem().folds().of(block, 0);
      int[] truth = Classes.of(block, posed.problem().classes());
      double[] predicted = model.predict(block);
      for (int i = 0; i < part.length; i++) {
        if (counts.test(part[i])) {
          weight += block.weight(i);
          double[] its = Arrays.copyOfRange(predicted, 2 * i, 2 * i + 2);
          sum += block.weight(i) * cost.of(its, truth[i]);
        }
      }
    }
    return sum / weight;
  }

  private static double halfSquare(Posed posed, OutOfFold model, int fold) {
    double rows = 0;
    double squares = 0;
    for (Block block : posed.rows()) {
      int[] part = posed.problem().folds().of(block, 0);
      double[] predicted = model.predict(block);
      for (int i = 0; i < part.length; i++) {
        if (part[i] == fold) {
          rows++;
          squares += Math.pow(predicted[i] - block.target()[i], 2);
        }
      }
    }
    return squares / 2 / rows;
  }

  /** The rows of the fold are predicted as by its forest, those of the test part not at all. */
  private static void outOfFoldIs(Posed posed, OutOfFold found, Fitted forest, int fold) {
    for (Block block : posed.rows()) {
      int[] part = posed.problem().folds().of(block, 0);
      double[] predicted = found.predict(block);
      double[] expected = forest.predict(block);
      for (int i = 0; i < part.length; i++) {
        double[] row = Arrays.copyOfRange(predicted, 2 * i, 2 * i + 2);
        if (part[i] == fold) {
          assertThat(row).containsExactly(Arrays.copyOfRange(expected, 2 * i, 2 * i + 2));
        } else if (part[i] == Folds.TEST) {
          assertThat(row).containsExactly(Double.NaN, Double.NaN);
        }
      }
    }
  }
}
