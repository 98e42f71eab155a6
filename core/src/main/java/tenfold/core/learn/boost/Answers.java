package tenfold.core.learn.boost;

import java.util.List;

/** What a booster answers, as Tenfold has predictions. */
final class Answers {

  /** The greatest sum at which {@link #second} is not above a half: it rounds 0.5 + EVEN / 4. */
  static final float EVEN = 0x1p-23f;

  private Answers() {}

  /** How many numbers a booster answers for each row. */
  static int width(int classes) {
    return classes > 2 ? classes : 1;
  }

  /**
   * Returns predictions.
   *
   * @param answers row-major: the probability of the second of two classes, one of each of several,
   *     or a number less {@code shift}
   * @param classes how many; 0 for a regression
   * @return row-major, a probability of each class, or the number
   */
  static double[] predictions(float[][] answers, int classes, double shift) {
    int outputs = Math.max(1, classes);
    double[] out = new double[answers.length * outputs];
    for (int i = 0; i < answers.length; i++) {
      for (int c = 0; c < outputs; c++) {
        out[i * outputs + c] =
            switch (classes) {
              case 0 -> shift + answers[i][0];
              case 2 -> c == 1 ? answers[i][0] : 1.0 - answers[i][0];
              default -> answers[i][c];
            };
      }
    }
    return out;
  }

  /** Returns the sums from which the trees of a booster go on, where it begins at these answers. */
  static float[] sums(List<Float> answers, int classes) {
    float[] out = new float[answers.size()];
    for (int i = 0; i < out.length; i++) {
      float its = answers.get(i);
      out[i] = classes == 2 ? (float) -Math.log(1 / its - 1) : its; // several begin there too
    }
    return out;
  }

  /**
   * Returns the predictions that the sums of trees stand for, of a regression less the shift.
   *
   * @param sums row-major, {@link #width} numbers a row
   */
  static double[] ofSums(float[] sums, int classes) {
    double[] out = new double[sums.length / width(classes) * Math.max(1, classes)];
    if (classes == 2) {
      for (int i = 0; i < sums.length; i++) {
        out[2 * i + 1] = second(sums[i]);
        out[2 * i] = 1 - out[2 * i + 1];
      }
      return out;
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = sums[i];
    }
    for (int i = 0; i < out.length && classes > 2; i += classes) {
      shares(out, i, i + classes);
    }
    return out;
  }

  /** The probability of the second class, to single precision, as XGBoost answers. */
  static float second(float sum) {
    return (float) (1 / (1 + Math.exp(-sum)));
  }

  /**
   * Whether the second of two classes is the more probable: 1, else 0. Without a branch, which the
   * processor could not foresee.
   */
  static int isSecond(float sum) {
    return Float.floatToRawIntBits(EVEN - sum) >>> (Integer.SIZE - 1);
  }

  /** The likeliest of several classes of row {@code i}; the first of equals. */
  static int likeliest(float[] sums, int i, int classes) {
    int first = i * classes;
    int best = first;
    for (int at = first + 1; at < first + classes; at++) {
      best = sums[at] > sums[best] ? at : best;
    }
    return best - first;
  }

  /** Turns sums into probabilities. */
  private static void shares(double[] p, int from, int to) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      most = Math.max(most, p[i]);
    }
    double all = 0;
    for (int i = from; i < to; i++) {
      p[i] = Math.exp(p[i] - most);
      all += p[i];
    }
    for (int i = from; i < to; i++) {
      p[i] /= all;
    }
  }
}
