package tenfold.core.sweep.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenfold.core.conf.Experiment;
import tenfold.core.data.Block;
import tenfold.core.data.Cases;
import tenfold.core.data.Task;
import tenfold.core.learn.boost.BoostFamily;
import tenfold.core.learn.forest.ForestFamily;
import tenfold.core.learn.logistic.LogisticFamily;
import tenfold.core.learn.network.NetworkFamily;
import tenfold.core.learn.ridge.Ridge;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;
import tenfold.core.learn.tree.TreeFamily;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Pieces;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Unit;

class JournaledTest {

  /** A journal in memory. */
  private static final class Memory implements Journal {

    private static final long serialVersionUID = 1;

    private final ConcurrentSkipListMap<String, byte[]> kept = new ConcurrentSkipListMap<>();
    private final List<String> aside = new ArrayList<>();
    private boolean away;

    @Override
    public Set<String> names() {
      return Set.copyOf(kept.keySet());
    }

    @Override
    public Optional<byte[]> read(String name) {
      return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void check() {
      if (away) {
        throw new UncheckedIOException(new IOException("the directory is not there"));
      }
    }

    @Override
    public void keep(String name, byte[] unit) {
      kept.put(name, unit);
    }

    @Override
    public String setAside(String name) {
      kept.remove(name);
      aside.add(name);
      return "aside/" + name;
    }
  }

  /** Counts groups that are worked and passes, each long enough to be kept. */
  private static final class Counting implements Engine {

    private final Engine engine;
    private int groups;
    private int passes;

    Counting(Engine engine) {
      this.engine = engine;
    }

    @Override
    public <S extends Serializable> S aggregate(Aggregation<S> work) {
      passes++;
      S statistic = engine.aggregate(work);
      LockSupport.parkNanos(60_000_000);
      return statistic;
    }

    @Override
    public <C extends Cases, S extends Serializable, R extends Serializable> List<Unit<R>> units(
        C cases, Pieces<C, S, R> work) {
      groups += work.groups();
      return engine.units(cases, work);
    }

    @Override
    public int slots() {
      return engine.slots();
    }

    @Override
    public int passes() {
      return engine.passes();
    }
  }

  private static final String TREE = "tree { max-depth = [2, 4], impurity = [gini, entropy] }";
  private static final String FOREST = "forest { trees = [2, 5], max-depth = [2, 3] }";
  private static final String BOOST = "boost { rounds = [2, 5], eta = [0.1, 0.3] }";
  private static final String NETWORK =
      "network { layers = [[3], [{ conv = 2, kernel = 1 }, { batch-norm = true }, { dropout = 0.2 }]]"
          + ", image { height = 1, width = 2, channels = 1 }, epochs = [1, 2], batch = 8 }";

  /** Two numbers and a class, in three folds. */
  private static Posed posed() {
    Random random = new Random(5);
    double[][] x = new double[90][2];
    Object[] y = new Object[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
      y[i] = x[i][0] + random.nextGaussian() / 2 > 0 ? "up" : "down";
    }
    return Posed.of(Rows.numbers(x, y), Way.OWN);
  }

  private static Family family(String models) {
    Experiment experiment =
        Experiment.parse(
            "name = test, data { path = none, target = y }, models { %s }".formatted(models),
            "test.conf",
            List.of());
    List<Family> all = new ArrayList<>();
    experiment.tree().ifPresent(g -> all.add(new TreeFamily(g, Task.CLASSIFICATION)));
    experiment.forest().ifPresent(g -> all.add(new ForestFamily(g, Task.CLASSIFICATION)));
    experiment.boost().ifPresent(g -> all.add(new BoostFamily(g)));
    experiment.network().ifPresent(g -> all.add(new NetworkFamily(g)));
    experiment.logistic().ifPresent(g -> all.add(new LogisticFamily(g)));
    experiment.ridge().ifPresent(g -> all.add(new Ridge(g)));
    return all.get(0);
  }

  /** All that a run asks of a sweep, of its last candidate, as text. */
  private static String asked(Family family, Posed posed, Engine engine) {
    Swept swept = family.sweep(engine, posed.problem(), Set.of());
    List<Result> results = swept.results();
    Candidate last = results.get(results.size() - 1).candidate();
    Block rows = posed.blocks().get(0);
    return results
        + Arrays.toString(swept.refit(last).predict(rows))
        + swept.importance(last)
        + Arrays.toString(swept.outOfFold(last).predict(rows));
  }

  private static Journaled journaled(Engine engine, Journal journal, List<String> told) {
    return new Journaled(engine, journal, "rows and split", told::add);
  }

  @ParameterizedTest
  @ValueSource(strings = {TREE, FOREST, BOOST, NETWORK})
  void whatIsFinishedIsNotWorkedAgain(String models) {
    Posed posed = posed();
    Family family = family(models);
    Memory journal = new Memory();
    List<String> told = new ArrayList<>();
    String plain = asked(family, posed, posed.engine(2));
    assertThat(asked(family, posed, journaled(posed.engine(2), journal, told))).isEqualTo(plain);

    Counting again = new Counting(posed.engine(2));
    assertThat(asked(family, posed, journaled(again, journal, told))).isEqualTo(plain);

    assertThat(again.groups).isZero();
    assertThat(journal.kept).hasSizeGreaterThan(3);
    assertThat(told).isEmpty();
  }

  /** The last row alone has a number in its column: it cannot leave, but is fitted directly. */
  @Test
  void leavingOneOutMakesNoPassAgain() {
    Random random = new Random(7);
    double[][] x = new double[60][2];
    Object[] y = new Object[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = new double[] {random.nextGaussian(), i == x.length - 1 ? 1 : 0};
      y[i] = x[i][0] + random.nextGaussian();
    }
    Posed posed = Posed.of(Rows.numbers(x, y), Way.ONE_BY_ONE);
    Family family = family("ridge { lambda = [0, 1] }");
    Memory journal = new Memory();
    Counting first = new Counting(posed.engine(2));
    Journaled engine = journaled(first, journal, new ArrayList<>());
    String swept = family.sweep(engine, posed.problem(), Set.of()).results().toString();
    Counting again = new Counting(posed.engine(2));
    Journaled resumed = journaled(again, journal, new ArrayList<>());

    assertThat(family.sweep(resumed, posed.problem(), Set.of()).results()).hasToString(swept);
    assertThat(swept).contains("1 rows or groups whose leaving keeps too few digits");
    assertThat(first.passes).isEqualTo(4);
    assertThat(again.passes).isZero();
    assertThat(resumed.passes()).isEqualTo(engine.passes()).isEqualTo(4);
  }

  @Test
  void whatOthersWorkIsWorkedOnce() {
    record Its(String name) {}
    Memory journal = new Memory();
    List<Integer> found = new ArrayList<>();
    List<String> came = new ArrayList<>();
    for (String name : List.of("a", "b", "a")) {
      Journaled engine = journaled(posed().engine(1), journal, new ArrayList<>());
      String work = "%s of %d".formatted(name, came.size());
      came.add(engine.once(String.class, new Its(name), () -> work));
      found.add(engine.found());
    }
    assertThat(came).containsExactly("a of 0", "b of 1", "a of 0");
    assertThat(found).containsExactly(0, 0, 1);
  }

  @Test
  void nothingIsWorkedThatCannotBeKept() {
    Posed posed = posed();
    Memory journal = new Memory();
    journal.away = true;
    Journaled engine = journaled(posed.engine(1), journal, new ArrayList<>());

    assertThatThrownBy(() -> family(TREE).sweep(engine, posed.problem(), Set.of()))
        .hasMessageContaining("the directory is not there");
    assertThat(journal.kept).isEmpty();
  }

  @Test
  void whatIsMissingIsWorked() {
    Posed posed = posed();
    Memory journal = new Memory();
    String first =
        asked(family(BOOST), posed, journaled(posed.engine(1), journal, new ArrayList<>()));
    journal.kept.pollFirstEntry();
    Counting again = new Counting(posed.engine(1));

    assertThat(asked(family(BOOST), posed, journaled(again, journal, new ArrayList<>())))
        .isEqualTo(first);
    assertThat(again.groups).isOne();
  }

  @Test
  void whatIsTornIsSetAsideAndWorked() {
    Posed posed = posed();
    Memory journal = new Memory();
    List<String> told = new ArrayList<>();
    String first = asked(family(FOREST), posed, journaled(posed.engine(1), journal, told));
    String name = journal.kept.firstKey();
    byte[] torn = Arrays.copyOf(journal.kept.get(name), 40);
    journal.kept.put(name, torn);

    assertThat(asked(family(FOREST), posed, journaled(posed.engine(1), journal, told)))
        .isEqualTo(first);
    assertThat(journal.aside).containsExactly(name);
    assertThat(told)
        .containsExactly(
            "a finished unit of the journal cannot be used, for its content is not what its digest says; it is set aside as aside/%s and worked again"
                .formatted(name));
    assertThat(journal.kept).containsKey(name);
  }

  @Test
  void aWidenedGridWorksWhatIsNew() {
    Posed posed = posed();
    Memory journal = new Memory();
    List<String> told = new ArrayList<>();
    family(BOOST).sweep(journaled(posed.engine(1), journal, told), posed.problem(), Set.of());
    Counting wider = new Counting(posed.engine(1));
    family("boost { rounds = [2, 5], eta = [0.05, 0.1, 0.3] }")
        .sweep(journaled(wider, journal, told), posed.problem(), Set.of());
    assertThat(wider.groups).as("a booster for each of three folds").isEqualTo(3);

    Counting longer = new Counting(posed.engine(1));
    family("boost { rounds = [2, 6], eta = [0.1, 0.3] }")
        .sweep(journaled(longer, journal, told), posed.problem(), Set.of());
    assertThat(longer.groups).as("all, to more rounds").isEqualTo(6);
  }

  @Test
  void otherDataHaveOtherUnits() {
    Posed posed = posed();
    Memory journal = new Memory();
    Engine first = new Journaled(posed.engine(1), journal, "some rows", told -> {});
    family(TREE).sweep(first, posed.problem(), Set.of());
    Counting counting = new Counting(posed.engine(1));
    Engine other = new Journaled(counting, journal, "other rows", told -> {});
    family(TREE).sweep(other, posed.problem(), Set.of());

    assertThat(counting.groups).isEqualTo(6);
  }
}
