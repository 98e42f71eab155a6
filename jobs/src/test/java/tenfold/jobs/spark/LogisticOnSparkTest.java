package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Dealer;
import tenfold.core.fold.Folds;
import tenfold.core.fold.Split;
import tenfold.core.learn.logistic.ClassWeight;
import tenfold.core.learn.logistic.LogisticFamily;
import tenfold.core.learn.logistic.LogisticGrid;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.CensusPass;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.SurveyPass;
import tenfold.core.sweep.ThreadEngine;
import tenfold.jobs.Local;

/** Logistic and softmax sweeps wherever their rows are. */
class LogisticOnSparkTest {

  private static final int BLOCKS = 16;

  private static final Schema SCHEMA =
      new Schema(
          List.of(
              new Feature("a", Kind.NUMBER),
              new Feature("b", Kind.NUMBER),
              new Feature("kind", Kind.NAME)),
          "y",
          Task.CLASSIFICATION,
          List.of());

  @ParameterizedTest
  @CsvSource({"1,2", "2,2", "2,3", "8,2", "8,3"})
  void sparkAndThreadsGiveTheSameBytesOnTheSameBlocks(int partitions, int classes) {
    List<List<Block>> blocks = blocks(partitions, classes);
    SparkEngine spark =
        new SparkEngine(
            JavaSparkContext.fromSparkContext(Local.spark().sparkContext())
                .parallelize(blocks, partitions)
                .flatMap(List::iterator));
    List<Result> onSpark = sweep(spark);
    for (int threads : new int[] {1, 2, 8}) {
      assertThat(sweep(new ThreadEngine(blocks, threads))).isEqualTo(onSpark);
    }
  }

  /**
   * The rows cut otherwise add up in another order. The sums differ in their last digits; models
   * stop within a decrement of 1e-15 of their optimum, so their losses differ by less than 1e-6.
   */
  @ParameterizedTest
  @CsvSource({"2,2", "8,2", "16,2", "2,3", "8,3", "16,3"})
  void partitionsChangeScoresByLessThanTheSolversTolerance(int partitions, int classes) {
    List<Result> one = sweep(new ThreadEngine(blocks(1, classes), 2));
    List<Result> other = sweep(new ThreadEngine(blocks(partitions, classes), 2));
    for (int c = 0; c < one.size(); c++) {
      Scored expected = (Scored) one.get(c).outcome();
      Scored scored = (Scored) other.get(c).outcome();
      for (int f = 0; f < expected.folds().size(); f++) {
        Map<String, Double> metrics = expected.folds().get(f).metrics();
        double loss = metrics.get("log_loss");
        assertThat(scored.folds().get(f).metrics().get("log_loss"))
            .isCloseTo(loss, within(1e-6 * loss));
        assertThat(scored.folds().get(f).metrics().get("accuracy"))
            .isCloseTo(metrics.get("accuracy"), within(1e-12));
      }
    }
  }

  private static List<Result> sweep(Engine engine) {
    Split split =
        new Split(
            new Split.Test.Share(0.2),
            new Split.Scheme.KFold(5),
            new Seed(1),
            1,
            Optional.empty(),
            List.of(),
            Split.Duplicates.TOGETHER,
            Optional.empty(),
            Optional.empty());
    Folds folds = Dealer.deal(split, Task.CLASSIFICATION, engine.aggregate(new CensusPass()));
    SurveyPass survey = new SurveyPass(SCHEMA, folds);
    Problem problem = Problem.of(SCHEMA, folds, engine.aggregate(survey), new Seed(2));
    LogisticGrid grid =
        new LogisticGrid(List.of(1, 2), List.of(0.01, 1.0, 100.0), true, ClassWeight.NONE);
    return new LogisticFamily(grid).sweep(engine, problem, Set.of("j")).results();
  }

  /** The same rows in the same order, their blocks dealt to so many partitions. */
  private static List<List<Block>> blocks(int partitions, int classes) {
    Random random = new Random(7);
    List<List<Block>> all = new ArrayList<>();
    int each = BLOCKS / partitions;
    for (int p = 0; p < partitions; p++) {
      List<Block> its = new ArrayList<>();
      for (int b = 0; b < each; b++) {
        BlockBuilder builder = new BlockBuilder(SCHEMA, Set.of());
        builder.at(p, 30L * b);
        for (int i = 0; i < 30; i++) {
          double x = random.nextGaussian();
          double z = random.nextGaussian();
          builder.number(0, x);
          builder.number(1, i % 9 == 0 ? Double.NaN : z);
          builder.name(0, "k" + random.nextInt(4));
          double y = x * x - z + random.nextGaussian();
          builder.target("c" + Math.min(classes - 1, (int) Math.max(0, y)));
          builder.endRow();
        }
        its.add(builder.build());
      }
      all.add(its);
    }
    return all;
  }
}
