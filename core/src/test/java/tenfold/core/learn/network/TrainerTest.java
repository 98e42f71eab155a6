package tenfold.core.learn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tenfold.core.seed.Seed;

class TrainerTest {

  private static final Fitting ADAM = Nets.fitting(Optimizer.ADAM, 0.01, 0.1, 7);

  private static Network trained(
      Topology topology, Fitting fitting, Examples examples, int epochs) {
    Network start = Network.random(topology, new Seed(1));
    try (Trainer trainer = new Trainer(start, 0, fitting, examples, new Seed(2))) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        trainer.epoch();
      }
      return trainer.network();
    }
  }

  /** Ours in plain Java, theirs in DL4J, on a network that has trained. */
  @Property(tries = 10)
  void aNetworkAnswersAsDl4jDoes(@ForAll long seed) {
    Random random = new Random(seed);
    Topology topology = Nets.random(random);
    Examples examples = Nets.examples(topology, 9, random);
    Network network = trained(topology, ADAM, examples, 2);
    MultiLayerNetwork net = net(topology);
    Numbers.put(network, net);
    int[] all = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    Volume in = topology.in();
    float[] inputs = new float[9 * in.size()];
    examples.inputs(all, 0, 9, in, (row, to) -> {}, inputs);
    INDArray x = Nd4j.create(inputs, Numbers.shape(in, 9), 'c');
    double[][] theirs = net.output(x).toDoubleMatrix();

    for (int i = 0; i < 9; i++) {
      float[][] layers = network.layers();
      System.arraycopy(examples.x(), i * in.size(), layers[0], 0, in.size());
      float[] ours = network.run(layers);
      for (int c = 0; c < ours.length; c++) {
        assertThat((double) ours[c])
            .isCloseTo(theirs[i][c], within(1e-4 * Math.max(1, Math.abs(theirs[i][c]))));
      }
    }
    assertThat(Numbers.of(net, topology).numbers()).isEqualTo(network.numbers());
  }

  @Property(tries = 30)
  void leanLayersLearnAsDl4jsOwnToTheBit(@ForAll long seed) {
    Random random = new Random(seed);
    Topology topology = Nets.random(random);
    Examples examples = Nets.examples(topology, 9, random);
    int[] all = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    Volume in = topology.in();
    float[] inputs = new float[9 * in.size()];
    examples.inputs(all, 0, 9, in, (row, to) -> {}, inputs);
    float[] truths = examples.truths(all, 0, 9, topology.width());
    MultiLayerNetwork lean = net(topology);
    LeanDense.in(lean);
    MultiLayerNetwork plain = net(topology);
    for (MultiLayerNetwork net : List.of(lean, plain)) {
      Numbers.put(Network.random(topology, new Seed(seed)), net);
      for (int step = 0; step < 3; step++) {
        net.fit(
            Numbers.array(inputs, Numbers.shape(in, 9)),
            Numbers.array(truths, 9, topology.width()));
      }
    }

    assertThat(lean.params().toFloatVector()).isEqualTo(plain.params().toFloatVector());
    assertThat(lean.score()).isEqualTo(plain.score());
  }

  private static MultiLayerNetwork net(Topology topology) {
    MultiLayerNetwork net =
        new MultiLayerNetwork(
            Translation.configuration(
                topology,
                0,
                ADAM,
                0.1,
                new OutputCost(topology.output()),
                DataType.FLOAT,
                new Seed(2)));
    net.init();
    return net;
  }

  @Property(tries = 10)
  void everyNetworkTrainsByTheSlopesOfItsCost(@ForAll long seed) {
    Topology topology = Nets.random(new Random(seed));

    GradientCheck check = GradientCheck.of(topology, ADAM, new Seed(seed));

    assertThat(check.numbers()).isPositive();
    assertThat(check.worst()).as(topology.toString()).isLessThanOrEqualTo(GradientCheck.RIGHT);
  }

  /**
   * One step of plain descent on one row x = 2, y = 5 of weight w = 3, b = 0: the slope of (z - y)²
   * / 2 is (6 - 5) · 2 = 2 by w and 1 by b; λ/m adds λ · 3 to the first, not to the second.
   */
  @Test
  void lambdaPullsWeightsButNotBiases() {
    Topology topology = Topology.of(List.of(), Activation.RELU, Volume.flat(1), Output.LINEAR, 1);
    Examples one = Nets.examples(1, new float[] {2}, new float[] {5}, new float[] {1}, 1);
    Network start = new Network(topology, new float[][][] {{{3}, {0}}});
    Fitting fitting = Nets.fitting(Optimizer.SGD, 0.1, 0.5, 4);
    try (Trainer trainer = new Trainer(start, 0, fitting, one, new Seed(1))) {
      double cost = trainer.epoch();

      assertThat(cost).isCloseTo(0.5 + 0.5 * 9 / 2, within(1e-6));
      assertThat(trainer.network().numbers(0)[0][0])
          .isCloseTo((float) (3 - 0.1 * (2 + 0.5 * 3)), within(1e-6f));
      assertThat(trainer.network().numbers(0)[1][0]).isCloseTo(-0.1f, within(1e-6f));
    }
  }

  /** m is the rows that train, however many of them make a batch. */
  @Test
  void lambdaIsSharedByAllRows() {
    Topology topology = Topology.of(List.of(), Activation.RELU, Volume.flat(1), Output.LINEAR, 1);
    Examples four =
        Nets.examples(4, new float[4], new float[4], new float[] {1, 1, 1, 1}, 4); // no slope
    Network start = new Network(topology, new float[][][] {{{1}, {0}}});
    for (int batch : new int[] {1, 2, 4}) {
      Fitting fitting = Nets.fitting(Optimizer.SGD, 1, 0.4, batch);
      try (Trainer trainer = new Trainer(start, 0, fitting, four, new Seed(1))) {
        trainer.epoch();

        assertThat(trainer.network().numbers(0)[0][0])
            .isCloseTo((float) Math.pow(1 - 0.4 / 4, 4.0 / batch), within(1e-6f));
      }
    }
  }

  /** In a batch, weight 2 is the row twice. */
  @Test
  void weightsMultiplyCosts() {
    Topology topology = Topology.of(List.of(), Activation.RELU, Volume.flat(1), Output.SIGMOID, 1);
    Fitting fitting = Nets.fitting(Optimizer.SGD, 0.5, 0.3, 10);
    Examples weighted =
        Nets.examples(2, new float[] {1, -2}, new float[] {1, 0}, new float[] {4 / 3f, 2 / 3f}, 3);
    Examples twice =
        Nets.examples(3, new float[] {1, 1, -2}, new float[] {1, 1, 0}, new float[] {1, 1, 1}, 3);

    float[] a = trained(topology, fitting, weighted, 3).numbers();
    float[] b = trained(topology, fitting, twice, 3).numbers();

    assertThat(a).containsExactly(b, within(1e-6f));
  }

  /** Among them dropout, whose draws must not hang on what other threads do. */
  @Property(tries = 10)
  void whatTrainsBesideLeavesNoTrace(@ForAll long seed) throws InterruptedException {
    Random random = new Random(seed);
    Topology topology = Nets.random(random);
    Examples examples = Nets.examples(topology, 20, random);
    float[] alone = trained(topology, ADAM, examples, 3).numbers();
    Thread other = new Thread(() -> trained(topology, ADAM, examples, 5));
    other.start();

    float[] beside = trained(topology, ADAM, examples, 3).numbers();
    other.join();

    assertThat(beside).isEqualTo(alone);
  }

  @Test
  void aDivergingNetworkSaysWhere() {
    Topology topology = Topology.of(List.of(), Activation.RELU, Volume.flat(1), Output.LINEAR, 1);
    Examples one = Nets.examples(1, new float[] {1 << 30}, new float[] {1}, new float[] {1}, 1);

    assertThatThrownBy(() -> trained(topology, Nets.fitting(Optimizer.SGD, 1e10, 0, 1), one, 5))
        .isInstanceOf(Diverged.class)
        .hasMessageContaining("the cost of batch 1 of epoch ")
        .hasMessageContaining("use a smaller learning-rate than 1.0E10");
  }

  @Test
  void theLearningRateFallsByItsSchedule() {
    Schedule schedule = new Schedule(0.5, 10);

    assertThat(schedule.rate(0.2, 10)).isEqualTo(0.2);
    assertThat(schedule.rate(0.2, 11)).isEqualTo(0.1);
    assertThat(schedule.rate(0.2, 31)).isEqualTo(0.025);
  }
}
