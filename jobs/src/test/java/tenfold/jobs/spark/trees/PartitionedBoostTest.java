package tenfold.jobs.spark.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.data.Block;
import tenfold.core.data.DataException;
import tenfold.core.data.Fitted;
import tenfold.core.fold.Folds;
import tenfold.core.fold.Split;
import tenfold.core.learn.boost.BoostFamily;
import tenfold.core.learn.boost.BoostGrid;
import tenfold.core.learn.boost.BoostModel;
import tenfold.core.learn.boost.Growing;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.FoldScore;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome.Failed;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.ThreadEngine;
import tenfold.jobs.spark.UsageException;

class PartitionedBoostTest {

  private static final BoostGrid GRID = grid(List.of(1, 4, 12), OptionalInt.empty());

  private static BoostGrid grid(List<Integer> rounds, OptionalInt patience) {
    List<Double> one = List.of(1.0);
    return new BoostGrid(rounds, List.of(1, 4), List.of(0.3), one, one, one, patience);
  }

  private static Swept partitioned(BoostGrid grid, Posed posed) {
    return PartitionedBoost.of(grid, posed.engine())
        .sweep(posed.engine(), posed.problem(), Set.of());
  }

  private static Swept whole(BoostGrid grid, Posed posed) {
    return new BoostFamily(grid).sweep(posed.engine(), posed.problem(), Set.of());
  }

  private static Posed posed() {
    return Posed.steps(new Split.Scheme.KFold(3));
  }

  /** Rows of two classes with weights; numbers and names are missing, each number has its bin. */
  @Test
  void aBoosterInPartitionsScoresAsOneOfTheWholeTable() {
    Posed posed = posed();

    assertThat(partitioned(GRID, posed).results())
        .zipSatisfy(
            whole(GRID, posed).results(), (its, expected) -> assertClose(its, expected, 1e-6));
  }

  @Test
  void severalClassesAreToldApart() {
    Posed posed =
        Posed.classes("../data/digits.csv", "digit", List.of(), new Split.Scheme.KFold(2));
    BoostGrid grid = grid(List.of(2, 5), OptionalInt.empty());

    assertThat(partitioned(grid, posed).results())
        .zipSatisfy(
            whole(grid, posed).results(), (its, expected) -> assertClose(its, expected, 0.01));
  }

  /** Some columns have more values than bins, and shares of rows sketch them otherwise. */
  @Test
  void numbersWithMoreValuesThanBinsComeOutAboutTheSame() {
    Posed posed =
        Posed.numbers(
            "../data/concrete.csv",
            "compressive_strength",
            new Split.Scheme.KFold(3),
            Optional.empty());

    assertThat(partitioned(GRID, posed).results())
        .zipSatisfy(
            whole(GRID, posed).results(), (its, expected) -> assertClose(its, expected, 10));
  }

  @Test
  void eachRowIsPredictedByTheBoosterThatDidNotSeeIt() {
    Posed posed = posed();
    Swept swept = partitioned(GRID, posed);

    for (Result result : swept.results()) {
      OutOfFold model = swept.outOfFold(result.candidate());
      for (FoldScore fold : ((Scored) result.outcome()).folds()) {
        assertThat(wrong(posed, model, fold.fold())).isCloseTo(fold.jCv(), offset(1e-12));
      }
    }
  }

  /** Share of the weight of a fold's rows whose class is not the likelier. */
  private static double wrong(Posed posed, OutOfFold model, int fold) {
    double wrong = 0;
    double all = 0;
    for (Block block : posed.rows()) {
      int[] part = posed.problem().folds().of(block, 0);
      double[] truth = Targets.of(posed.problem(), block);
      double[] said = model.predict(block);
      for (int i = 0; i < part.length; i++) {
        assertThat(Double.isNaN(said[2 * i])).isEqualTo(part[i] == Folds.TEST);
        if (part[i] == fold) {
          all += block.weight(i);
          wrong += (said[2 * i + 1] > said[2 * i] ? 1 : 0) == truth[i] ? 0 : block.weight(i);
        }
      }
    }
    return wrong / all;
  }

  @Test
  void theRefitIsTheSameModelAsOfTheWholeTable() {
    Posed posed = posed();
    Candidate longest = GRID.candidates().get(GRID.candidates().size() - 1);
    BoostModel model = (BoostModel) partitioned(GRID, posed).refit(longest);
    Fitted whole = whole(GRID, posed).refit(longest);

    for (Block block : posed.rows()) {
      assertThat(model.predict(block)).containsExactly(whole.predict(block), offset(1e-5));
    }
    assertThat(model.importance().get(0).share()).isBetween(0.3, 0.7);
  }

  @Test
  void foldsStopWhereThoseOfTheWholeTableDo() {
    Posed posed = posed();
    BoostGrid grid = grid(List.of(40), OptionalInt.of(3));

    assertThat(partitioned(grid, posed).results())
        .zipSatisfy(
            whole(grid, posed).results(),
            (its, expected) -> {
              assertClose(its, expected, 1e-6);
              assertThat(((Scored) its.outcome()).notes())
                  .containsAll(((Scored) expected.outcome()).notes());
            });
  }

  private static void assertClose(Result partitioned, Result whole, double percent) {
    assertThat(partitioned.candidate()).isEqualTo(whole.candidate());
    Scored its = (Scored) partitioned.outcome();
    Scored expected = (Scored) whole.outcome();
    assertThat(its.folds())
        .zipSatisfy(
            expected.folds(),
            (one, other) -> {
              assertThat(one.rows()).isEqualTo(other.rows());
              assertThat(one.jTrain()).isCloseTo(other.jTrain(), withinPercentage(percent));
              assertThat(one.jCv()).isCloseTo(other.jCv(), withinPercentage(percent));
            });
  }

  /** XGBoost takes no lambda below 0. */
  @Test
  void aFitThatFailsStopsNoOther() {
    List<Double> one = List.of(1.0);
    BoostGrid grid =
        new BoostGrid(
            List.of(1, 2), List.of(2), one, List.of(-1.0, 1.0), one, one, OptionalInt.empty());

    List<Result> results = partitioned(grid, posed()).results();

    assertThat(results).hasSize(4);
    for (Result result : results) {
      if (result.candidate().params().get("lambda").equals(1.0)) {
        assertThat(result.outcome()).isInstanceOf(Scored.class);
      } else {
        assertThat(result.outcome())
            .isInstanceOfSatisfying(
                Failed.class,
                f ->
                    assertThat(f.reason())
                        .startsWith("fold 0: ")
                        .endsWith("parameter lambda given invalid value -1.0."));
      }
    }
  }

  /** Weights that are infinite in single precision; two workers refuse them. */
  @Test
  void whatAWorkerRefusesFailsItsCandidates(@TempDir Path dir) throws IOException {
    StringBuilder csv = new StringBuilder("x,y,w\n");
    IntStream.range(0, 60).forEach(i -> csv.append("%d,%d,1e300\n".formatted(i % 7, i)));
    Path file = Files.writeString(dir.resolve("heavy.csv"), csv);
    Posed posed = Posed.numbers(file.toString(), "y", new Split.Scheme.KFold(2), Optional.of("w"));

    assertThat(partitioned(GRID, posed).results())
        .hasSize(6)
        .allSatisfy(
            result ->
                assertThat(((Failed) result.outcome()).reason()).startsWith("fold 0: XGBoost: "));
  }

  @Test
  void whatXGBoostSaysOnAWorkerIsTheReason() {
    RuntimeException onWorker =
        new RuntimeException(
            "Job aborted: task 3 failed.\nml.dmlc.xgboost4j.java.XGBoostError: [10:11:12] /src/data.cc:7: no rows\n\tat a.b.C");

    assertThat(GaveUp.reason(new IllegalStateException("wrapped", onWorker)))
        .isEqualTo("XGBoost: no rows");
    assertThat(GaveUp.reason(new IllegalStateException("a worker was lost\n\tat a.b.C")))
        .isEqualTo("a worker was lost");
  }

  /** However many slots there are when a fit begins. */
  @Test
  void asManyWorkersTrainEachFit() {
    Posed posed = posed();
    PartitionedBoost boost = new PartitionedBoost(grid(List.of(1), OptionalInt.empty()), 1);
    Growing growing = new Growing(1, 0.3, 1, 1, 1);

    assertThat(BoosterLearner.workers(posed.engine().blocks())).isEqualTo(2);
    assertThat(
            new BoosterLearner(posed.problem(), posed.engine().blocks(), 1)
                .settings(growing, 1, Cut.none()))
        .containsEntry("numWorkers", 1);
    assertThat(boost.sweep(posed.engine(), posed.problem(), Set.of()).results())
        .allSatisfy(
            result ->
                assertThat(((Scored) result.outcome()).notes())
                    .containsExactly(
                        "trained by 1 worker of XGBoost4J-Spark, on whose number subsamples and close splits depend"));
  }

  @Test
  void executorsThatComeAndGoAreRefused() {
    SparkConf cluster =
        new SparkConf(false)
            .setMaster("spark://master:7077")
            .set("spark.dynamicAllocation.enabled", "true");

    assertThatThrownBy(() -> PartitionedBoost.check(cluster))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "spark.dynamicAllocation.enabled is true, but boosting on a table in partitions needs all its workers at once; set it to false, or engine = broadcast where the table fits into an executor");
    PartitionedBoost.check(cluster.clone().set("spark.dynamicAllocation.enabled", "false"));
  }

  /** A round has a tree for each of five classes; where folds stop early, each round is scored. */
  @Test
  void thePlanCountsTreesOfClassesAndRoundsThatAreScored() {
    Shape two = new Shape(1000, 8, 0, 0, 10, 1, 10, false, 2, 0);
    Shape five = new Shape(1000, 8, 0, 0, 10, 1, 10, false, 5, 0);
    Cost ofTwo = PartitionedCost.of(GRID, two, 1);
    Cost ofFive = PartitionedCost.of(GRID, five, 1);
    Cost fixed = PartitionedCost.of(grid(List.of(40), OptionalInt.empty()), two, 1);
    Cost early = PartitionedCost.of(grid(List.of(40), OptionalInt.of(3)), two, 1);

    assertThat(ofFive.driverBytes()).isEqualTo(5 * ofTwo.driverBytes());
    assertThat(early.taskBytes() - fixed.taskBytes()).isEqualTo(39 * 2 * 10 * 256);
  }

  @Test
  void oneBoosterPaysForAllRounds() {
    Cost cost =
        PartitionedBoost.of(GRID, posed().engine())
            .cost(new Shape(1000, 8, 0, 0, 10, 2, 20, false, 0, 0));

    assertThat(cost.candidates()).isEqualTo(3 * 2);
    assertThat(cost.models()).isEqualTo(3 * 2 * 20);
    assertThat(cost.fits()).isEqualTo(2 * 20);
  }

  @Test
  void leaveOneOutIsRefused() {
    PartitionedBoost boost = PartitionedBoost.of(GRID, posed().engine());

    assertThatThrownBy(() -> boost.cost(new Shape(1000, 8, 0, 0, 1, 1, 990, true, 0, 0)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "split.folds is leave-one-out, which on a table in partitions would train a booster for each of 990 rows; use a number of folds");
  }

  @Test
  void itTrainsOnSparkOnly() {
    Posed posed = posed();
    PartitionedBoost boost = PartitionedBoost.of(GRID, posed.engine());
    ThreadEngine threads = new ThreadEngine(List.of(posed.rows()), 1);

    assertThatThrownBy(() -> boost.sweep(threads, posed.problem(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Spark's learners need a SparkEngine, but the engine is a ThreadEngine");
  }
}
