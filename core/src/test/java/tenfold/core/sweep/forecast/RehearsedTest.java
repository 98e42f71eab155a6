package tenfold.core.sweep.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Cases;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Folds;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Pieces;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.SurveyPass;
import tenfold.core.sweep.ThreadEngine;
import tenfold.core.sweep.Unit;

/** Predictions for work that is known to take what it takes. */
class RehearsedTest {

  private static final Schema SCHEMA =
      new Schema(List.of(new Feature("x", Kind.NUMBER)), "y", Task.REGRESSION, List.of());
  private static final long ROW = 5000; // nanoseconds
  private static final Transport FREE = new Transport(0, 0, 0);
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
    Rehearsed rehearsed = Rehearsed.of(family, Set.of(), sample(5_000), 2).orElseThrow();

    double one = (1 + family.waits()) * rows * ROW / 1e9;
    assertThat(rehearsed.sweep(new Cluster(rows, 4, 0, 1, 2, FREE)))
        .isCloseTo(one, withinPercentage(25));
    assertThat(rehearsed.sweep(new Cluster(rows, 4, 2, 2, 1, FREE)))
        .isCloseTo(one / 2, withinPercentage(25));
    assertThat(rehearsed.refit(new Cluster(rows, 4, 2, 2, 1, FREE)))
        .isCloseTo(rows * ROW / 2e9, withinPercentage(50));
  }

  @Test
  void ofFewRowsAQuarterIsRehearsedTooWhereItWillDo() {
    Cluster on = new Cluster(4000, 1, 0, 1, 2, FREE);
    double rows = 1 + new Sleeper(0, COSTS).waits();
    for (int few : List.of(100, 450)) {
      for (long least : new long[] {0, few / 2}) {
        Sleeper family = new Sleeper(4 * ROW, COSTS, new TreeSet<>(), least);
        Rehearsed rehearsed = Rehearsed.of(family, Set.of(), sample(few), 2).orElseThrow();

        assertThat(rehearsed.sweep(on))
            .as("%d rows, of which %d will do", few, least)
            .isCloseTo(rows * 4000 * 4 * ROW / 1e9, withinPercentage(50));
      }
    }
    Sleeper refusing = new Sleeper(ROW, COSTS, new TreeSet<>(), 1000);
    assertThat(Rehearsed.of(refusing, Set.of(), sample(450), 2)).isEmpty();
  }

  @Test
  void otherThreadsAreRehearsedOnTheSameSamples() {
    Set<Integer> slots = new TreeSet<>();
    Rehearsed one =
        Rehearsed.of(new Sleeper(ROW, COSTS, slots, 0), Set.of(), sample(5_000), 1).orElseThrow();
    Cluster on = new Cluster(100_000, 4, 2, 2, 1, FREE);
    assertThat(slots).containsExactly(1);

    assertThat(one.with(2).sweep(on)).isCloseTo(one.sweep(on), withinPercentage(25));
    assertThat(slots).containsExactly(1, 2);
  }

  /** Passes take 10 ms, the first 100, and 100 ns for each byte. */
  private static final class SlowEngine implements Engine {

    private final ThreadEngine threads = engine(10_000);

    @Override
    public <S extends Serializable> S aggregate(Aggregation<S> work) {
      S all = threads.aggregate(work);
      Sleeper.sleep(threads.passes() == 1 ? 100e6 : 10e6);
      double[] one = (double[]) ((List<?>) all).get(0);
      Sleeper.sleep(10.0 * one.length * Double.BYTES * 100); // of ten partitions
      return all;
    }

    @Override
    public <C extends Cases, S extends Serializable, R extends Serializable> List<Unit<R>> units(
        C cases, Pieces<C, S, R> work) {
      return threads.units(cases, work);
    }

    @Override
    public int slots() {
      return threads.slots();
    }

    @Override
    public int passes() {
      return threads.passes();
    }
  }

  @Test
  void transportIsMeasuredByPassesThatCarryNothingAndSomething() {
    Transport transport = Transport.of(new SlowEngine(), 10);

    assertThat(transport.jobSeconds()).isBetween(0.01, 0.02);
    assertThat(transport.firstSeconds()).isCloseTo(0.09, withinPercentage(50));
    assertThat(transport.byteSeconds()).isCloseTo(100e-9, withinPercentage(25));
    assertThat(transport.inWaves(3))
        .isEqualTo(
            new Transport(
                3 * transport.jobSeconds(), transport.firstSeconds(), transport.byteSeconds()));
  }

  @Test
  void eachJobTakesItsTimeHoweverLittleItDoes() {
    Rehearsed rehearsed =
        Rehearsed.of(new Sleeper(0, COSTS), Set.of(), sample(1000), 2).orElseThrow();

    assertThat(
            rehearsed.sweep(
                new Cluster(
                    900, 4, 2, 2, 1, new Transport(10, 0, 0)))) // a pass, and a job of groups
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
