package tenfold.core.learn.ridge;

import java.util.Arrays;
import tenfold.core.data.Block;
import tenfold.core.data.Encoder;
import tenfold.core.fold.Folds;
import tenfold.core.learn.terms.Expander;
import tenfold.core.learn.terms.Parting;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.OutOfFold;

/** Predicts every row by the model of the fold of the first repeat that holds it out. */
final class FoldPredictions implements OutOfFold {

  private static final long serialVersionUID = 1;

  private final Encoder encoder;
  private final Terms terms;
  private final Folds folds;
  private final double[][] beta;

  /**
   * Predictions by the given models.
   *
   * @param beta for each fold the constant, then the weights; owned
   */
  FoldPredictions(Encoder encoder, Terms terms, Folds folds, double[][] beta) {
    this.encoder = encoder;
    this.terms = terms;
    this.folds = folds;
    this.beta = beta;
  }

  @Override
  public double[] predict(Block block) {
    double[] out = new double[block.rows()];
    Arrays.fill(out, Double.NaN);
    int[][] rows = Parting.deal(folds.of(block, 0), folds.folds());
    Expander chunk = Leading.plain(encoder, terms, block);
    double[] part = new double[Expander.ROWS];
    for (int f = 0; f < rows.length; f++) {
      for (int from = 0; from < rows[f].length; from += Expander.ROWS) {
        int to = Math.min(rows[f].length, from + Expander.ROWS);
        chunk.fill(rows[f], from, to);
        chunk.predict(beta[f], part);
        for (int i = from; i < to; i++) {
          out[rows[f][i]] = part[i - from];
        }
      }
    }
    return out;
  }
}
