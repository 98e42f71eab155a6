package tenfold.core.learn.logistic;

import java.util.Arrays;
import tenfold.core.data.Block;
import tenfold.core.sweep.OutOfFold;

/** Predicts every row by the model of the fold that holds it out. */
final class FoldProbabilities implements OutOfFold {

  private static final long serialVersionUID = 1;

  private final Layout layout;
  private final double[][][] beta;

  /**
   * Predictions by the given models.
   *
   * @param beta for each fold and logit the constant, then the weights; owned
   */
  FoldProbabilities(Layout layout, double[][][] beta) {
    this.layout = layout;
    this.beta = beta;
  }

  @Override
  public double[] predict(Block block) {
    int classes = layout.classes();
    double[] out = new double[block.rows() * classes];
    Arrays.fill(out, Double.NaN);
    int[][] rows = layout.cut().rows(block);
    var chunk = LogisticModel.plain(layout.problem().encoder(), layout.terms(), block);
    for (int f = 0; f < beta.length; f++) {
      LogisticModel.predict(chunk, layout.link(), beta[f], rows[f], classes, out);
    }
    return out;
  }
}
