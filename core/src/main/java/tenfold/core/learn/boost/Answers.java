package tenfold.core.learn.boost;

/** What a booster answers, as Tenfold has predictions. */
final class Answers {

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
}
