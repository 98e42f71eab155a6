package tenfold.core.learn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tenfold.core.seed.Seed;

class AugmentTest {

  private static final Augment ALL = new Augment(2, 20, 0.2, 0.1);

  private static Volume image(Random random) {
    return new Volume(3 + random.nextInt(6), 3 + random.nextInt(6), 1 + random.nextInt(3));
  }

  private static float[] numbers(Random random, int size) {
    float[] x = new float[size];
    for (int i = 0; i < size; i++) {
      x[i] = (float) random.nextGaussian();
    }
    return x;
  }

  private static Augmenter augmenter(Augment augment, Volume in, Seed seed) {
    boolean[] noisy = new boolean[in.size()];
    Arrays.fill(noisy, true);
    return new Augmenter(augment, in, noisy, seed);
  }

  private static float[] distorted(Augmenter augmenter, int epoch, int row, float[] x) {
    float[] out = x.clone();
    augmenter.distort(epoch, row, out);
    return out;
  }

  @Property
  void limitsOfNothingChangeNothing(@ForAll long seed) {
    Random random = new Random(seed);
    Volume in = image(random);
    float[] x = numbers(random, in.size());

    assertThat(distorted(augmenter(Augment.NONE, in, new Seed(seed)), 1, 0, x)).isEqualTo(x);
    assertThat(new Movement(0, 0, 0, 1).of(x, in)).isEqualTo(x);
  }

  @Property
  void aShiftByWholePixelsIsAShift(
      @ForAll long seed,
      @ForAll @IntRange(min = -4, max = 4) int right,
      @ForAll @IntRange(min = -4, max = 4) int down) {
    Random random = new Random(seed);
    Volume in = image(random);
    float[] x = numbers(random, in.size());

    float[] out = new Movement(right, down, 0, 1).of(x, in);

    for (int y = 0; y < in.height(); y++) {
      for (int c = 0; c < in.width(); c++) {
        int fromY = Math.max(0, Math.min(in.height() - 1, y - down));
        int fromX = Math.max(0, Math.min(in.width() - 1, c - right));
        for (int k = 0; k < in.channels(); k++) {
          assertThat(out[(y * in.width() + c) * in.channels() + k])
              .isEqualTo(x[(fromY * in.width() + fromX) * in.channels() + k]);
        }
      }
    }
  }

  /** From right to down: what was right of the middle is below it. */
  @Test
  void aQuarterTurnIsAQuarterTurn() {
    float[] x = {0, 0, 0, 0, 0, 7, 0, 0, 0};

    float[] out = new Movement(0, 0, Math.PI / 2, 1).of(x, new Volume(3, 3, 1));

    assertThat(out).containsExactly(new float[] {0, 0, 0, 0, 0, 0, 0, 7, 0}, within(1e-6f));
  }

  /** Twice as large, the places beside the middle come from half way to the border. */
  @Test
  void growingStretchesFromTheMiddle() {
    float[] x = {0, 1, 2, 3, 4};

    float[] out = new Movement(0, 0, 0, 2).of(x, new Volume(1, 5, 1));

    assertThat(out).containsExactly(1, 1.5f, 2, 2.5f, 3);
  }

  /** A pixel lies between others, so it is no more than the most nor less than the least. */
  @Property
  void movedPixelsStayWithinTheImage(@ForAll long seed) {
    Random random = new Random(seed);
    Volume in = image(random);
    float[] x = numbers(random, in.size());
    double[] sorted = new double[x.length];
    Arrays.setAll(sorted, i -> x[i]);
    Arrays.sort(sorted);

    float[] out =
        new Movement(
                random.nextGaussian(),
                random.nextGaussian(),
                random.nextGaussian(),
                0.5 + random.nextDouble())
            .of(x, in);

    for (float one : out) {
      assertThat((double) one).isBetween(sorted[0] - 1e-6, sorted[sorted.length - 1] + 1e-6);
    }
  }

  @Property
  void drawsHangOnEpochAndRowAlone(
      @ForAll long seed,
      @ForAll @IntRange(max = 50) int epoch,
      @ForAll @IntRange(max = 50) int row) {
    Random random = new Random(seed);
    Volume in = image(random);
    float[] x = numbers(random, in.size());
    Augmenter other = augmenter(ALL, in, new Seed(seed));
    other.distort(epoch + 3, row, x.clone()); // leaves no trace

    float[] once = distorted(augmenter(ALL, in, new Seed(seed)), epoch, row, x);

    assertThat(distorted(other, epoch, row, x)).isEqualTo(once);
    assertThat(distorted(other, epoch + 1, row, x)).isNotEqualTo(once);
    assertThat(distorted(other, epoch, row + 1, x)).isNotEqualTo(once);
  }

  @Test
  void noiseHasItsDeviationAndLeavesOtherColumns() {
    Augmenter augmenter =
        new Augmenter(
            new Augment(0, 0, 0, 0.5), Volume.flat(2), new boolean[] {true, false}, new Seed(1));
    double sum = 0;
    double squares = 0;
    int rows = 20_000;
    for (int row = 0; row < rows; row++) {
      float[] x = {0, 3};
      augmenter.distort(1, row, x);
      sum += x[0];
      squares += x[0] * x[0];
      assertThat(x[1]).isEqualTo(3);
    }

    assertThat(sum / rows).isCloseTo(0, within(4 * 0.5 / Math.sqrt(rows)));
    assertThat(Math.sqrt(squares / rows)).isCloseTo(0.5, within(0.02));
  }

  /** The rows that train are kept as they are: they are scored, and distorted anew. */
  @Property(tries = 10)
  void trainingLeavesItsRowsAsTheyAre(@ForAll long seed) {
    Random random = new Random(seed);
    Volume in = new Volume(4, 4, 1);
    Topology topology =
        Topology.of(List.of(new Layer.Dense(3, null)), Activation.TANH, in, Output.SIGMOID, 1);
    Examples examples = Nets.examples(topology, 12, random);
    float[] before = examples.x().clone();
    Network start = Network.random(topology, new Seed(1));
    Fitting plain = Nets.fitting(Optimizer.ADAM, 0.01, 0.1, 5);
    Fitting augmented =
        new Fitting(
            plain.layers(),
            plain.activation(),
            plain.lambda(),
            plain.batch(),
            plain.rate(),
            plain.optimizer(),
            plain.schedule(),
            ALL);

    float[] once = trained(start, augmented, examples);

    assertThat(examples.x()).isEqualTo(before);
    assertThat(trained(start, augmented, examples)).isEqualTo(once);
    assertThat(trained(start, plain, examples)).isNotEqualTo(once);
  }

  private static float[] trained(Network start, Fitting fitting, Examples examples) {
    try (Trainer trainer = new Trainer(start, 0, fitting, examples, new Seed(2))) {
      trainer.epoch();
      trainer.epoch();
      return trainer.network().numbers();
    }
  }
}
