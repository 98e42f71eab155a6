package tenfold.core.learn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a layer makes of a row, by hand. */
class ForwardTest {

  /** A dense layer and nothing after it but its own sums. */
  private static float[] dense(Activation activation, float[] weights, float[] bias, float... row) {
    Step step =
        new Step(
            new Layer.Dense(bias.length, activation),
            activation,
            Volume.flat(row.length),
            Volume.flat(bias.length));
    float[] out = new float[bias.length];
    Stage.of(step, new float[][] {weights, bias}).apply(row, out);
    return out;
  }

  /** The figures of the course: a column of weights for each unit. */
  @Test
  void unitsSumTheirInputs() {
    float[] weights = {1, -3, 5, 2, 4, -6};
    float[] bias = {-1, 1, 2};

    assertThat(dense(Activation.LINEAR, weights, bias, -2, 4)).containsExactly(5, 23, -32);
    float[] bent = dense(Activation.SIGMOID, weights, bias, -2, 4);
    assertThat(bent[0]).isCloseTo(0.9933071f, within(1e-7f)); // 1 / (1 + e^-5)
    assertThat(bent[1]).isCloseTo(1f, within(1e-7f));
    assertThat(bent[2]).isCloseTo(1.2664e-14f, within(1e-18f));
  }

  /** The figures of the course: coffee of 200 degrees and 17 minutes. */
  @Test
  void largeSumsAreYesOrNo() {
    float[] weights = {1, -3, 5, -2, 4, -6};
    float[] bias = {-1, 1, 2};

    assertThat(dense(Activation.LINEAR, weights, bias, 200, 17)).containsExactly(165, -531, 900);
    assertThat(dense(Activation.SIGMOID, weights, bias, 200, 17)).containsExactly(1, 0, 1);
  }

  /** The figures of the course for a product of matrices; rows come one by one. */
  @Test
  void aBatchIsAProductOfMatrices() {
    float[] weights = {3, 5, 7, 9, 4, 6, 8, 0};
    Network network =
        Network.of(
            List.of(), Optional.empty(), 2, Output.SOFTMAX, 4, concat(weights, new float[4]));
    float[][] rows = {{1, 2}, {-1, -2}, {0.1f, 0.2f}};
    float[][] sums = {{11, 17, 23, 9}, {-11, -17, -23, -9}, {1.1f, 1.7f, 2.3f, 0.9f}};

    for (int i = 0; i < rows.length; i++) {
      float[][] layers = network.layers();
      layers[0] = rows[i];
      assertThat(network.run(layers)).containsExactly(sums[i], within(1e-6f));
    }
  }

  @Test
  void reluAndTanh() {
    assertThat(dense(Activation.RELU, new float[] {1, -1}, new float[2], 3)).containsExactly(3, 0);
    assertThat(dense(Activation.TANH, new float[] {1}, new float[1], 1)[0])
        .isCloseTo((float) Math.tanh(1), within(1e-7f));
  }

  /** A 3 × 3 image of two channels, a square of 2 × 2, two filters: sums by hand. */
  @Test
  void aFilterSumsASquareOfPlaces() {
    Volume in = new Volume(3, 3, 2);
    Step step =
        new Step(
            new Layer.Conv(2, 2, 1, Activation.LINEAR), Activation.LINEAR, in, new Volume(2, 2, 2));
    float[] image = new float[18];
    for (int place = 0; place < 9; place++) {
      image[2 * place] = place + 1;
      image[2 * place + 1] = 10;
    }
    float[] weights = new float[16]; // first filter: channel 0 of all places; second: corners of 1
    for (int place = 0; place < 4; place++) {
      weights[(place * 2) * 2] = 1;
    }
    weights[(3 * 2 + 1) * 2 + 1] = 0.5f;
    float[] out = new float[8];
    Stage.of(step, new float[][] {weights, {0, 1}}).apply(image, out);

    assertThat(out).containsExactly(12, 6, 16, 6, 24, 6, 28, 6);
  }

  @Test
  void poolingTakesTheLargestOfEachSquare() {
    Step step =
        new Step(new Layer.Pool(2), Activation.LINEAR, new Volume(3, 4, 1), new Volume(1, 2, 1));
    float[] out = new float[2];
    Stage.of(step, new float[0][])
        .apply(new float[] {1, 5, 2, 0, 3, 4, -1, 7, 99, 99, 99, 99}, out);

    assertThat(out).containsExactly(5, 7);
  }

  private static float[] concat(float[] a, float[] b) {
    float[] out = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, out, a.length, b.length);
    return out;
  }
}
