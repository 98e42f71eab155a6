package tenfold.jobs.spark.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.data.Task;
import tenfold.core.fold.Split;
import tenfold.core.learn.boost.BoostGrid;
import tenfold.core.learn.forest.Draw;
import tenfold.core.learn.forest.ForestGrid;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.journal.Journal;
import tenfold.core.sweep.journal.Journaled;
import tenfold.jobs.Local;
import tenfold.jobs.spark.run.Meter;

/** What Spark's own learners have fitted is found again, and nothing is fitted for it. */
class JournaledFitsTest {

  private static final TreeGrid TREE =
      new TreeGrid(
          List.of(Impurity.GINI), List.of(1, 3), List.of(0.0), List.of(1, 40), List.of(32));

  /** A journal in memory. */
  private static final class Memory implements Journal {

    private static final long serialVersionUID = 1;

    private final ConcurrentHashMap<String, byte[]> kept = new ConcurrentHashMap<>();

    @Override
    public Set<String> names() {
      return Set.copyOf(kept.keySet());
    }

    @Override
    public Optional<byte[]> read(String name) {
      return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void keep(String name, byte[] unit) {
      kept.put(name, unit);
    }

    @Override
    public String setAside(String name) {
      throw new AssertionError(name);
    }
  }

  @Test
  void treesOfMLlib() throws TimeoutException {
    finishedOnce(PartitionedTrees.of(TREE, Task.CLASSIFICATION), "tree: growing");
  }

  @Test
  void forestsOfMLlib() throws TimeoutException {
    ForestGrid grid = new ForestGrid(List.of(1, 3), List.of(Draw.Rule.AUTO), TREE);
    finishedOnce(PartitionedTrees.of(grid, Task.CLASSIFICATION), "forest: growing");
  }

  @Test
  void boostersOfXGBoost() throws TimeoutException {
    List<Double> one = List.of(1.0);
    BoostGrid grid =
        new BoostGrid(List.of(1, 4), List.of(2), List.of(0.3), one, one, one, OptionalInt.empty());
    finishedOnce(new PartitionedBoost(grid, 1), "boost: training");
  }

  private static void finishedOnce(Family family, String fitting) throws TimeoutException {
    Posed posed = Posed.gaps(new Split.Scheme.KFold(2));
    Memory journal = new Memory();
    List<String> first = asked(family, posed, journal);
    Set<String> kept = journal.names();
    Meter meter = Meter.on(Local.spark());
    List<String> again;
    try {
      again = asked(family, posed, journal);
    } finally {
      Local.spark().sparkContext().listenerBus().waitUntilEmpty();
      meter.stop();
    }

    assertThat(again).isEqualTo(first);
    assertThat(meter.tasks()).isNotEmpty().noneMatch(tasks -> tasks.work().startsWith(fitting));
    assertThat(kept).as("two folds, a refit; scores if their pass was long").hasSizeBetween(3, 4);
  }

  /** All that a run asks of a sweep, of its last candidate. */
  private static List<String> asked(Family family, Posed posed, Memory journal) {
    Journaled engine = new Journaled(posed.engine(), journal, "rows and split", told -> {});
    Swept swept = family.sweep(engine, posed.problem(), Set.of());
    List<Result> results = swept.results();
    Candidate last = results.get(results.size() - 1).candidate();
    List<Block> rows = posed.rows();
    List<String> out = new ArrayList<>();
    out.add(results.toString());
    for (Block block : rows) {
      out.add(Arrays.toString(swept.refit(last).predict(block)));
      out.add(Arrays.toString(swept.outOfFold(last).predict(block)));
    }
    return out;
  }
}
