package tenfold.core.learn.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Keep;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;

class NetworkLawsTest {

  /** Two networks, one of them with dropout, whose draws are the hardest to repeat. */
  private static NetworkGrid grid(OptionalInt patience, Integer... epochs) {
    return new NetworkGrid(
        List.of(
            List.of(new Layer.Dense(3, null)),
            List.of(new Layer.Dense(4, Activation.RELU), new Layer.Dropout(0.4))),
        List.of(Activation.TANH),
        List.of(0.1),
        List.of(epochs),
        List.of(8),
        List.of(0.02),
        List.of(Optimizer.ADAM),
        new Schedule(0.5, 2),
        patience,
        Optional.empty(),
        Optional.empty(),
        Augment.NONE,
        Optional.empty());
  }

  private static Swept sweep(NetworkGrid grid, Posed posed, int threads) {
    return new NetworkFamily(grid).sweep(posed.engine(threads), posed.problem(), Set.of());
  }

  /** Everything that a sweep tells. */
  private record Told(
      List<Result> results,
      Map<String, List<Double>> outOfFold,
      Map<String, List<Double>> refitted) {

    static Told of(Swept swept, Posed posed) {
      Candidate candidate = swept.results().get(swept.results().size() - 1).candidate();
      return new Told(
          swept.results(),
          posed.byId(swept.outOfFold(candidate)::predict),
          posed.byId(swept.refit(candidate)::predict));
    }
  }

  @Property(tries = 4)
  void neitherThreadsNorTheOrderOfRowsNorPartitionsLeaveATrace(
      @ForAll Task task, @ForAll long seed) {
    Random random = new Random(seed);
    Rows rows = Rows.random(random, task, 20 + random.nextInt(20)).repeated(random);
    rows = random.nextBoolean() ? rows.weighted(random) : rows;
    Posed posed = Posed.learnable(rows, Way.FOLDS, random);
    Told told = Told.of(sweep(grid(OptionalInt.empty(), 1, 3), posed, 1), posed);

    Posed other = Posed.of(rows.shuffled(random), Way.FOLDS, random);
    assertThat(Told.of(sweep(grid(OptionalInt.empty(), 1, 3), other, 2), other)).isEqualTo(told);
  }

  @Property(tries = 4)
  void fewerEpochsAreWhatAShorterTrainingCameTo(@ForAll Task task, @ForAll long seed) {
    Posed posed = Posed.learnable(new Random(seed), task, Way.FOLDS);
    Swept all = sweep(grid(OptionalInt.empty(), 4, 1, 3), posed, 1);

    for (int epochs : new int[] {1, 3, 4}) {
      Swept single = sweep(grid(OptionalInt.empty(), epochs), posed, 1);
      assertThat(all.results()).containsAll(single.results());
      Candidate last = single.results().get(1).candidate();
      assertThat(posed.byId(all.outOfFold(last)::predict))
          .isEqualTo(posed.byId(single.outOfFold(last)::predict));
      assertThat(posed.byId(all.refit(last)::predict))
          .isEqualTo(posed.byId(single.refit(last)::predict));
    }
  }

  @Property(tries = 8)
  void predictionsOutOfFoldScoreAsTheFoldsDid(
      @ForAll Task task, @ForAll Way way, @ForAll Keep keep, @ForAll long seed) {
    Assume.that(!way.outOfBag());
    Posed posed = Posed.learnable(new Random(seed), task, way);
    NetworkSweep sweep =
        new NetworkSweep(grid(OptionalInt.empty(), 1, 2), posed.engine(2), posed.problem(), keep);

    for (Result result : sweep.results()) {
      posed.checkOutOfFold(sweep.outOfFold(result.candidate()), (Scored) result.outcome());
    }
  }

  /** A fold that stops after e epochs scores as a network of e epochs does. */
  @Property(tries = 4)
  void aNetworkStopsAtItsBestEpoch(@ForAll Task task, @ForAll long seed) {
    Posed posed = Posed.learnable(new Random(seed), task, Way.HOLD_OUT);
    List<Result> all = sweep(grid(OptionalInt.empty(), 1, 2, 3, 4, 5, 6), posed, 1).results();

    Swept stopped = sweep(grid(OptionalInt.of(2), 6), posed, 1);

    for (Result result : stopped.results()) {
      Scored scored = (Scored) result.outcome();
      assertThat(scored.notes()).singleElement().asString().contains("J_cv is optimistic");
      Object layers = result.candidate().params().get("layers");
      assertThat(all)
          .filteredOn(r -> r.candidate().params().get("layers").equals(layers))
          .extracting(r -> ((Scored) r.outcome()).folds())
          .contains(scored.folds());
      posed.checkOutOfFold(stopped.outOfFold(result.candidate()), scored);
    }
  }
}
