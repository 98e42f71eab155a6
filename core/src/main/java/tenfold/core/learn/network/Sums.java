package tenfold.core.learn.network;

import java.util.Arrays;

/**
 * Weighted sums of all units of a layer side by side. Each unit's sum is taken in the order of the
 * inputs, so it has the same bytes however units stand side by side.
 *
 * <p>Cost: a multiply-add for each weight. Four inputs at a time, so that sums are read and written
 * once for four multiply-adds; their weights are arrays of their own, without which the compiler
 * does not see that the inner loop runs over neighbours only.
 */
final class Sums {

  private final float[][] weights; // of each input, one for each unit

  /**
   * Sums.
   *
   * @param weights for each input one for each unit, input by input; not modified
   */
  Sums(float[] weights, int units) {
    this.weights = new float[weights.length / units][];
    Arrays.setAll(this.weights, i -> Arrays.copyOfRange(weights, i * units, i * units + units));
  }

  /**
   * Adds what some inputs weigh.
   *
   * @param in holds them from {@code from} on
   * @param first the first of them
   * @param count how many they are
   * @param out a sum for each unit
   */
  void add(float[] in, int from, int first, int count, float[] out) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      int at = from + i;
      int its = first + i;
      add(
          in[at],
          weights[its],
          in[at + 1],
          weights[its + 1],
          in[at + 2],
          weights[its + 2],
          in[at + 3],
          weights[its + 3],
          out);
    }
    for (; i < count; i++) {
      add(in[from + i], weights[first + i], out);
    }
  }

  private static void add(
      float x0,
      float[] w0,
      float x1,
      float[] w1,
      float x2,
      float[] w2,
      float x3,
      float[] w3,
      float[] out) {
    for (int j = 0; j < out.length; j++) {
      out[j] = out[j] + x0 * w0[j] + x1 * w1[j] + x2 * w2[j] + x3 * w3[j];
    }
  }

  private static void add(float x, float[] w, float[] out) {
    for (int j = 0; j < out.length; j++) {
      out[j] += x * w[j];
    }
  }
}
