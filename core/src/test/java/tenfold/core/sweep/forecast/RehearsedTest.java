package tenfold.core.sweep.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Folds;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.SurveyPass;
import tenfold.core.sweep.ThreadEngine;

/** Predictions for work that is known to take what it takes. */
class RehearsedTest {

  private static final Schema SCHEMA =
      new Schema(List.of(new Feature("x", Kind.NUMBER)), "y", Task.REGRESSION, List.of());
  private static final long ROW = 5000; // nanoseconds
  private static final List<Double> COSTS =
      List.of(1.0, 3.0, 2.0, 1.0, 3.0, 2.0, 1.0, 3.0, 2.0, 1.0, 3.0, 2.0, 0.5, 4.0);

  /** Every tenth row is sealed, the others are dealt in turn. */
  private record Turns(int folds) implements Folds {
    @Override
    public int[] of(Block block, int repeat) {
      int[] part = new int[block.rows()];
      for (int i = 0; i < part.length; i++) {
        int number = (int) block.numbers(0)[i];
        part[i] = number % 10 == 0 ? TEST : number % folds;
      }
      return part;
    }
  }

  private static ThreadEngine engine(int rows) {
    List<List<Block>> partitions = new ArrayList<>();
    for (int from = 0; from < rows; from += 1000) {
      BlockBuilder some = new BlockBuilder(SCHEMA, EnumSet.noneOf(BlockBuilder.Extra.class));
      some.at(partitions.size(), 0);
      for (int i = from; i < Math.min(rows, from + 1000); i++) {
        some.number(0, i);
        some.target(i % 17);
        some.endRow();
      }
      partitions.add(List.of(some.build()));
    }
    return new ThreadEngine(partitions, 2);
  }

  private static Problem problem(ThreadEngine engine) {
    Folds folds = new Turns(3);
    return Problem.of(SCHEMA, folds, engine.aggregate(new SurveyPass(SCHEMA, folds)), new Seed(1));
  }

  private static Sample sample(int rows) {
    ThreadEngine engine = engine(rows);
    return Sample.of(engine, problem(engine));
  }

  @Test
  void aSampleIsOfTheTrainingPartAndAShareOfIt() {
    Sample sample = sample(10_000);

    assertThat(sample.rows()).isEqualTo(9000);
    assertThat(sample.blocks()).hasSize(3);
    assertThat(sample.part(0.1).rows()).isBetween(800L, 1000L);
    for (Block block : sample.part(0.1).blocks()) {
      assertThat(sample.problem().folds().of(block, 0)).doesNotContain(Folds.TEST);
    }
  }

  @Test
  void moreRowsThanWereRehearsedTakeAsMuchLonger() {
    Sleeper family = new Sleeper(ROW, COSTS);
    long rows = 100_000;
    Rehearsed rehearsed = Rehearsed.of(family, Set.of(), sample(10_000), 2).orElseThrow();

    double one = (1 + family.waits()) * rows * ROW / 1e9;
    assertThat(rehearsed.sweep(new Cluster(rows, 4, 0, 1, 0))).isCloseTo(one, withinPercentage(25));
    assertThat(rehearsed.sweep(new Cluster(rows, 4, 2, 2, 0)))
        .isCloseTo(one / 2, withinPercentage(25));
    assertThat(rehearsed.refit(new Cluster(rows, 4, 2, 2, 0)))
        .isCloseTo(rows * ROW / 2e9, withinPercentage(50));
  }

  @Test
  void eachJobTakesItsTimeHoweverLittleItDoes() {
    Rehearsed rehearsed =
        Rehearsed.of(new Sleeper(0, COSTS), Set.of(), sample(1000), 2).orElseThrow();

    assertThat(rehearsed.sweep(new Cluster(900, 4, 2, 2, 10))) // a pass, and a job of groups
        .isCloseTo(20, withinPercentage(10));
  }

  /** After a tenth of a second no group is begun. */
  @Test
  void groupsThatAreLeftOutCountByWhatTheyCost() {
    Sample sample = sample(1000);
    Sleeper family = new Sleeper(40_000, COSTS);
    Rehearsal engine = new Rehearsal(sample.blocks(), sample.rows(), 2, 100_000_000);

    long from = System.nanoTime();
    Spent spent = engine.spent(() -> family.sweep(engine, sample.problem(), Set.of()));
    double took = (System.nanoTime() - from) / 1e9;

    double all = family.waits() * sample.rows() * 40_000 / 1e9;
    assertThat(took).isLessThan(all / 3);
    assertThat(spent.working()).isCloseTo(all, withinPercentage(25));
  }
}
