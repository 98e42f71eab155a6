package tenfold.core.learn.logistic;

import java.util.Arrays;
import java.util.List;
import tenfold.core.data.Block;
import tenfold.core.sweep.OutOfFold;

/** Predicts every row by the model of the fold that holds it out. */
final class FoldProbabilities implements OutOfFold {

  private static final long serialVersionUID = 1;

  private final Layout layout;
  private final double[][][] beta;

  private FoldProbabilities(Layout layout, double[][][] beta) {
    this.layout = layout;
    this.beta = beta;
  }

  /** Predictions by the models of the folds, in the folds' order. */
  static FoldProbabilities of(Layout layout, List<Model> folds) {
    return new FoldProbabilities(
        layout, folds.stream().map(Model::beta).toArray(double[][][]::new));
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
