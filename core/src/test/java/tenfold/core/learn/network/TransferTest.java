package tenfold.core.learn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tenfold.core.data.DataException;
import tenfold.core.data.Facts;
import tenfold.core.data.Feature;
import tenfold.core.data.Inputs;
import tenfold.core.data.Inputs.Input;
import tenfold.core.data.Kind;
import tenfold.core.data.RawTable;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;

class TransferTest {

  private static final Fitting ADAM = Nets.fitting(Optimizer.ADAM, 0.05, 0.3, 7);

  private static NetworkGrid grid(Optional<Transfer> transfer, Integer... epochs) {
    List<Layer> hidden = List.of(new Layer.Dense(4, null), new Layer.Dense(3, null));
    return new NetworkGrid(
        transfer.isPresent() ? List.of() : List.of(hidden),
        List.of(Activation.TANH),
        List.of(0.1),
        List.of(epochs),
        List.of(8),
        List.of(0.05),
        List.of(Optimizer.ADAM),
        Schedule.CONSTANT,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Augment.NONE,
        transfer);
  }

  private static Transfer transfer(int freezeTo, Integer... tuned) {
    Optional<FineTune> fineTune =
        tuned.length == 0 ? Optional.empty() : Optional.of(new FineTune(List.of(tuned), 0.01));
    return new Transfer("a run", OptionalInt.of(freezeTo), fineTune, Optional.empty());
  }

  private static Swept sweep(NetworkGrid grid, Posed posed, int threads) {
    return new NetworkFamily(grid).sweep(posed.engine(threads), posed.problem(), Set.of());
  }

  /** A network that has learned from these rows. */
  private static Origin origin(Posed posed) {
    Swept swept = sweep(grid(Optional.empty(), 3), posed, 1);
    Candidate first = swept.results().get(0).candidate();
    return Origin.of("a run", (NetworkModel) swept.refit(first));
  }

  private static NetworkModel refitted(Origin origin, Transfer transfer, Posed posed, int which) {
    Swept swept = sweep(grid(Optional.of(transfer), 2).startingFrom(origin), posed, 1);
    return (NetworkModel) swept.refit(swept.results().get(which).candidate());
  }

  /** Also batch-norm's means, which no slope moves. */
  @Property(tries = 10)
  void layersThatStayDoSoBitByBit(@ForAll long seed) {
    Random random = new Random(seed);
    Topology topology = Nets.random(random);
    int frozen = random.nextInt(topology.steps().size());
    Examples examples = Nets.examples(topology, 20, random);
    Network start = Network.random(topology, new Seed(seed));
    try (Trainer trainer = new Trainer(start, frozen, ADAM, examples, new Seed(2))) {
      trainer.epoch();
      trainer.epoch();
      Network after = trainer.network();

      for (int s = 0; s < topology.steps().size(); s++) {
        if (s < frozen) {
          assertThat(after.numbers(s)).isDeepEqualTo(start.numbers(s));
        }
      }
      int last = topology.steps().size() - 1;
      assertThat(after.numbers(last)[0]).isNotEqualTo(start.numbers(last)[0]);
    }
  }

  @Test
  void aLayerThatMovedIsAnError() {
    Topology topology = Topology.of(List.of(), Activation.RELU, Volume.flat(1), Output.LINEAR, 1);
    Network plus = new Network(topology, new float[][][] {{{0f}, {1}}});
    Network minus = new Network(topology, new float[][][] {{{-0f}, {1}}});

    plus.requireSame(minus, 0);
    plus.requireSame(plus, 1);
    assertThatThrownBy(() -> plus.requireSame(minus, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("layer 1 was to stay as it was, but a number of it is -0.0 and was 0.0");
  }

  @Property(tries = 4)
  void hiddenLayersStayUntilAllLearn(@ForAll Task task, @ForAll long seed) {
    Posed posed = Posed.learnable(new Random(seed), task, Way.HOLD_OUT);
    Origin origin = origin(posed);
    Network source = origin.network();

    Network frozen = refitted(origin, transfer(2), posed, 0).network();
    Network half = refitted(origin, transfer(1), posed, 0).network();
    Network tuned = refitted(origin, transfer(2, 0, 3), posed, 1).network();

    source.requireSame(frozen, 2);
    source.requireSame(half, 1);
    assertThat(half.numbers(1)[0]).isNotEqualTo(source.numbers(1)[0]);
    assertThat(tuned.numbers(0)[0]).isNotEqualTo(source.numbers(0)[0]);
    assertThat(refitted(origin, transfer(2, 0, 3), posed, 0).network().numbers())
        .isEqualTo(frozen.numbers());
  }

  @Property(tries = 4)
  void fewerEpochsOfFineTuningAreTheFirstOfMany(@ForAll Task task, @ForAll long seed) {
    Posed posed = Posed.learnable(new Random(seed), task, Way.FOLDS);
    Origin origin = origin(posed);
    Swept all = sweep(grid(Optional.of(transfer(1, 4, 0, 2)), 2).startingFrom(origin), posed, 2);

    for (int tuned : new int[] {0, 2, 4}) {
      NetworkGrid one = grid(Optional.of(transfer(1, tuned)), 2).startingFrom(origin);
      Swept single = sweep(one, posed, 1);
      assertThat(all.results()).containsAll(single.results());
      Result last = single.results().get(0);
      assertThat(posed.byId(all.outOfFold(last.candidate())::predict))
          .isEqualTo(posed.byId(single.outOfFold(last.candidate())::predict));
    }
    assertThat(all.results().get(0).candidate().params())
        .containsEntry("from", "a run")
        .containsEntry("freeze-to", 1)
        .containsEntry("epochs", 2)
        .containsEntry("fine-tune.epochs", 4)
        .doesNotContainKey("activation");
  }

  /** What frozen layers expect: inputs centred and scaled as theirs were. */
  @Test
  void theSourcesEncodingIsTakenOver() {
    Posed posed = Posed.of(Rows.random(new Random(5), Task.REGRESSION, 40), Way.HOLD_OUT);
    Posed other = Posed.of(Rows.random(new Random(6), Task.REGRESSION, 40), Way.HOLD_OUT);
    Origin origin = origin(posed);

    NetworkModel model = refitted(origin, transfer(2), other, 0);

    Encoding source =
        origin.encoding(Inputs.of(posed.problem().schema(), posed.problem().encoder()));
    assertThat(model.encoding().mean()).isEqualTo(source.mean());
    assertThat(model.encoding().deviation()).isEqualTo(source.deviation());
    assertThat(model.encoding().inputs()).isEqualTo(source.inputs());
  }

  /** The source knows a, b and c; the data have b, d, a missing name and one of no level. */
  @Test
  void namesAreThoseOfTheSource() {
    Inputs known = new Inputs(List.of(new Input("n", Kind.NAME, List.of("a", "b", "c"), true)));
    Inputs found = new Inputs(List.of(new Input("n", Kind.NAME, List.of("b", "d"), true)));
    Facts facts = new Facts(List.of(), new double[4], null, null, new int[1][4]);
    RawTable table = new RawTable(found, new float[][] {{0, 1, 2, -1}}, facts);
    Encoding encoding = new Encoding(known, new double[4], new double[] {1, 1, 1, 1});

    assertThat(encoding.rows(new int[] {0, 1, 2, 3}, encoding.of(table)))
        .containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0);
  }

  @Test
  void moreLayersThanThereAreCannotStay() {
    Posed posed = Posed.of(Rows.random(new Random(5), Task.REGRESSION, 40), Way.HOLD_OUT);
    Origin origin = origin(posed);

    assertThatThrownBy(() -> grid(Optional.of(transfer(3)), 2).startingFrom(origin))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "models.network.freeze-to is 3, but the network of a run has 2 hidden layers; use a number from 0 to 2");
  }

  @Test
  void columnsOtherThanTheSourcesAreRefusedByName() {
    Posed posed = Posed.of(Rows.random(new Random(5), Task.REGRESSION, 40), Way.HOLD_OUT);
    Origin origin = origin(posed);
    List<Feature> columns = posed.problem().schema().features();
    Feature first = columns.get(0);
    origin.check(posed.problem().schema());

    refused(
        origin,
        columns.subList(1, columns.size()),
        "takes the column '%s', which is no feature of the data; use data with its columns"
            .formatted(first.name()));
    List<Feature> more = new ArrayList<>(columns);
    more.add(new Feature("more", Kind.NUMBER));
    refused(
        origin, more, "does not know the column 'more' of the data; let data.ignore leave it out");
    List<Feature> other = new ArrayList<>(columns);
    other.add(other.remove(0));
    refused(
        origin,
        other,
        "takes the column '%s' in place 1, where the data have '%s'; bring the columns into its order"
            .formatted(first.name(), columns.get(1).name()));
  }

  private static void refused(Origin origin, List<Feature> columns, String why) {
    assertThatThrownBy(() -> origin.check(new Schema(columns, "y", Task.REGRESSION, List.of())))
        .isInstanceOf(DataException.class)
        .hasMessage("models.network.from: the network of a run " + why);
  }
}
