package tenfold.core.learn.boost;

import java.util.List;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tenfold.core.data.Block;
import tenfold.core.data.Fitted;
import tenfold.core.data.Inputs;
import tenfold.core.sweep.Importance;

/**
 * A booster that predicts: a probability of each class, or a number. It travels as XGBoost's own
 * file and is read where it first predicts. Any number of threads may ask it.
 */
public final class BoostModel implements Fitted {

  private static final long serialVersionUID = 1;

  /** Rows that are predicted at once. */
  private static final int ROWS = 4096;

  private final Inputs inputs;
  private final List<String> classes;
  private final double shift;
  private final byte[] file;
  private transient volatile Booster booster;

  /**
   * A model.
   *
   * @param inputs the columns that it takes
   * @param classes in the order of the booster's classes; empty for a regression
   * @param shift what a regression adds to the booster's answers
   * @param file of the booster; owned
   * @throws IllegalArgumentException if that is no booster of these inputs and classes
   */
  public BoostModel(Inputs inputs, List<String> classes, double shift, byte[] file) {
    this.inputs = inputs;
    this.classes = List.copyOf(classes);
    this.shift = shift;
    this.file = file;
    check();
  }

  private void check() {
    int width = Matrix.features(inputs);
    try {
      long features = booster().getNumFeature();
      if (features != width) {
        throw new IllegalArgumentException(
            "its booster takes %d columns, but the model has %d".formatted(features, width));
      }
      int answers = booster().inplace_predict(new float[width], 1, width, Float.NaN)[0].length;
      if (answers != Answers.width(classes.size())) {
        throw new IllegalArgumentException(
            "its booster answers %d numbers for a row; %d classes need %d"
                .formatted(answers, classes.size(), Answers.width(classes.size())));
      }
    } catch (XGBoostError e) {
      throw new IllegalArgumentException(Boosters.reason(e), e);
    }
  }

  /** The columns that it takes. */
  public Inputs inputs() {
    return inputs;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  /** What a regression adds to the booster's answers. */
  public double shift() {
    return shift;
  }

  /** The booster as XGBoost's own file. */
  public byte[] file() {
    return file.clone();
  }

  /** What each column means to it, the most important first. */
  public List<Importance> importance() {
    return Gains.of(inputs, file);
  }

  @Override
  public double[] predict(Block block) {
    double[][] columns = inputs.of(block);
    int outputs = Math.max(1, classes.size());
    double[] out = new double[block.rows() * outputs];
    for (int from = 0; from < block.rows(); from += ROWS) {
      int[] rows = IntStream.range(from, Math.min(block.rows(), from + ROWS)).toArray();
      float[] values = Matrix.of(inputs, rows, Matrix.values(columns));
      double[] predicted = Answers.predictions(answers(values, rows.length), classes.size(), shift);
      System.arraycopy(predicted, 0, out, from * outputs, predicted.length);
    }
    return out;
  }

  private float[][] answers(float[] values, int rows) {
    try {
      return booster().inplace_predict(values, rows, Matrix.features(inputs), Float.NaN);
    } catch (XGBoostError e) {
      throw new IllegalStateException(Boosters.reason(e), e);
    }
  }

  private Booster booster() {
    Booster its = booster;
    if (its == null) {
      synchronized (file) {
        its = booster;
        if (its == null) {
          its = Boosters.load(file);
          booster = its;
        }
      }
    }
    return its;
  }
}
