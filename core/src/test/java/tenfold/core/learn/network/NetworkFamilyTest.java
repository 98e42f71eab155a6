package tenfold.core.learn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenfold.core.data.DataException;
import tenfold.core.data.RawTable;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Tables;
import tenfold.core.sweep.TooLarge;

class NetworkFamilyTest {

  private static final List<List<Layer>> NONE = List.of(List.of());

  private static NetworkFamily family(
      List<List<Layer>> layers, double rate, OptionalInt patience, Integer... epochs) {
    return new NetworkFamily(
        grid(layers, rate, patience, Optional.empty(), Optional.empty(), epochs));
  }

  private static NetworkGrid grid(
      List<List<Layer>> layers,
      double rate,
      OptionalInt patience,
      Optional<Output> output,
      Optional<Image> image,
      Integer... epochs) {
    return new NetworkGrid(
        layers,
        List.of(Activation.TANH),
        List.of(0.0),
        List.of(epochs),
        List.of(64),
        List.of(rate),
        List.of(Optimizer.SGD),
        Schedule.CONSTANT,
        patience,
        output,
        image,
        Augment.NONE,
        Optional.empty());
  }

  private static Cost cost(Optional<Output> output, Optional<Image> image, Shape shape) {
    return new NetworkFamily(grid(NONE, 0.1, OptionalInt.empty(), output, image, 1)).cost(shape);
  }

  private static Shape shape(int names, int classes) {
    return new Shape(1000, 64, 3 * names, names, 10, 1, 10, false, classes, 0);
  }

  private static Shape labels(int labels) {
    return new Shape(1000, 64, 0, 0, 10, 1, 10, false, 2 * labels, labels);
  }

  @Test
  void labelsHaveASigmoidEach() {
    NetworkFamily family =
        new NetworkFamily(
            grid(NONE, 0.1, OptionalInt.empty(), Optional.empty(), Optional.empty(), 1));
    List<Topology.Line> lines = family.layers(labels(3)).get(0);

    assertThat(lines.get(lines.size() - 1).parameters() % 3).isZero();
    assertThat(lines.get(lines.size() - 1).out()).contains("3");
    assertThat(family.checkGradients(labels(3), new Seed(1)).values())
        .singleElement()
        .matches(GradientCheck::right);
    for (Output output : List.of(Output.SOFTMAX, Output.LINEAR)) {
      assertThatThrownBy(() -> cost(Optional.of(output), Optional.empty(), labels(3)))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "models.network.output is %s, but the target has 3 labels; leave it out, or use sigmoid",
              NetworkSettings.word(output));
    }
  }

  private static Posed posed(Way way) {
    return Posed.of(Rows.random(new Random(5), Task.REGRESSION, 40), way);
  }

  private static List<Outcome> outcomes(NetworkFamily family, Posed posed) {
    return family.sweep(posed.engine(1), posed.problem(), Set.of()).results().stream()
        .map(Result::outcome)
        .toList();
  }

  /** Each step of such a rate takes weights hundreds of times as far away: 60 leave all numbers. */
  @Test
  void aNetworkThatDivergesFailsFromThereOn() {
    Posed posed = posed(Way.HOLD_OUT);

    List<Outcome> outcomes = outcomes(family(NONE, 300, OptionalInt.empty(), 2, 4, 60), posed);

    assertThat(outcomes.subList(0, 2)).hasOnlyElementsOfType(Scored.class);
    assertThat(outcomes.subList(0, 1))
        .isEqualTo(outcomes(family(NONE, 300, OptionalInt.empty(), 2), posed));
    assertThat(outcomes.get(2))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .matches("fold 0: .*epoch \\d+ .*; use a smaller learning-rate than 300.0"));
  }

  @Test
  void aNetworkThatDivergesBeforeItStopsEarlyFails() {
    assertThat(outcomes(family(NONE, 300, OptionalInt.of(60), 60), posed(Way.HOLD_OUT)))
        .singleElement()
        .isInstanceOf(Outcome.Failed.class);
  }

  /** The last step of all is not followed by another cost that would tell. */
  @Test
  void aLastStepIntoNowhereIsNoticed() {
    Topology topology = Topology.of(List.of(), Activation.RELU, Volume.flat(1), Output.LINEAR, 1);
    Examples one =
        Nets.examples(1, new float[] {1 << 30}, new float[] {1 << 30}, new float[] {1}, 1);
    Network start = new Network(topology, new float[][][] {{{0}, {0}}});
    Fitting fitting = Nets.fitting(Optimizer.SGD, 1e30, 0, 1);
    try (Trainer trainer = new Trainer(start, 0, fitting, one, new Seed(1))) {
      assertThat(trainer.epoch()).isFinite();

      assertThatThrownBy(trainer::network)
          .isInstanceOf(Diverged.class)
          .hasMessageMatching(
              "after epoch 1 a weight is -?(Infinity|NaN); use a smaller learning-rate than 1.0E30");
    }
  }

  /** Two repeats of two folds: only the first repeat's rows are predicted out of fold. */
  @Test
  void predictionsOfLaterRepeatsAreNotKept() {
    Posed posed = posed(Way.REPEATED);
    Cutting cutting = Cutting.of(posed.problem().folds());
    NetworkGrid grid =
        grid(NONE, 0.1, OptionalInt.empty(), Optional.empty(), Optional.empty(), 1, 3);
    NetworkPieces pieces =
        new NetworkPieces(
            grid.ends(shape(0, 0)),
            grid.fittings(),
            List.of(1.0),
            grid.epochs(),
            NetworkPieces.ENDLESS,
            cutting,
            tenfold.core.sweep.Keep.PREDICTIONS,
            posed.problem().shift(),
            new Seed(1));
    RawTable table = Tables.raw(posed.engine(1), posed.problem()).table();

    assertThat(IntStream.range(0, cutting.count()))
        .extracting(cut -> pieces.fit(table, cut).predictions().size())
        .containsExactly(2, 2, 0, 0);
  }

  /** 2 networks on 10 folds; 64 numbers, a target and a part each row; 6 predictions each. */
  @Test
  void oneNetworkPaysForAllEpochs() {
    List<List<Layer>> two =
        List.of(List.of(new Layer.Dense(3, null)), List.of(new Layer.Dense(5, null)));

    Cost cost = family(two, 0.1, OptionalInt.empty(), 10, 20, 40).cost(shape(0, 0));

    assertThat(cost.candidates()).isEqualTo(6);
    assertThat(cost.models()).isEqualTo(60);
    assertThat(cost.fits()).isEqualTo(20);
    assertThat(cost.driverBytes()).isEqualTo(1000 * (64 * 4 + 8 + 4) + 6 * 1000 * 8);
  }

  @Test
  void anImageMustBeAllOfTheColumns() {
    Optional<Image> image = Optional.of(new Image(8, 8, 1));

    assertThat(cost(Optional.empty(), image, shape(0, 10)).candidates()).isEqualTo(1);
    assertThatThrownBy(() -> cost(Optional.empty(), image, shape(1, 10)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "models.network.image is 8 × 8 × 1, which is 64 numbers, but the data have 64 number columns and 1 of names; let data.ignore leave out all columns but the pixels");
    assertThatThrownBy(() -> cost(Optional.empty(), Optional.of(new Image(7, 9, 1)), shape(0, 10)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("models.network.image is 7 × 9 × 1, which is 63 numbers");
  }

  @Test
  void theOutputMustBeThatOfTheTarget() {
    assertThatThrownBy(() -> cost(Optional.of(Output.SIGMOID), Optional.empty(), shape(0, 10)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "models.network.output is sigmoid, but the target has 10 classes; leave it out, or use softmax");
    assertThatThrownBy(() -> cost(Optional.of(Output.SOFTMAX), Optional.empty(), shape(0, 0)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "models.network.output is softmax, but the target has numbers; leave it out, or use linear or relu");
    assertThatThrownBy(() -> cost(Optional.of(Output.RELU), Optional.empty(), shape(0, 2)))
        .isInstanceOf(DataException.class);
  }

  @Test
  void moreValuesThanAnArrayHoldsAreRefused() {
    Shape large = new Shape(30_000_000, 100, 0, 0, 5, 1, 5, false, 0, 0);

    assertThatThrownBy(() -> cost(Optional.empty(), Optional.empty(), large))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("30,000,000 rows of 100 encoded columns");
  }
}
