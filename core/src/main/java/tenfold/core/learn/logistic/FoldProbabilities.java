package tenfold.core.learn.logistic;

import java.util.Arrays;
import tenfold.core.data.Block;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Problem;

/** Predicts every row by the model of the fold that holds it out. */
final class FoldProbabilities implements OutOfFold {

  private static final long serialVersionUID = 1;

  private final Problem problem;
  private final Terms terms;
  private final Cut cut;
  private final double[][][] beta;

  /**
   * Predictions by the given models.
   *
   * @param beta for each fold and logit the constant, then the weights; owned
   */
  FoldProbabilities(Problem problem, Terms terms, Cut cut, double[][][] beta) {
    this.problem = problem;
    this.terms = terms;
    this.cut = cut;
    this.beta = beta;
  }

  @Override
  public double[] predict(Block block) {
    int classes = problem.classes().size();
    double[] out = new double[block.rows() * classes];
    Arrays.fill(out, Double.NaN);
    int[][] rows = cut.rows(block);
    var chunk = LogisticModel.plain(problem.encoder(), terms, block);
    for (int f = 0; f < beta.length; f++) {
      LogisticModel.predict(chunk, Link.of(classes), beta[f], rows[f], classes, out);
    }
    return out;
  }
}
