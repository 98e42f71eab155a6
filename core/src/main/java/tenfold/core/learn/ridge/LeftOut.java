package tenfold.core.learn.ridge;

import java.util.Arrays;
import java.util.List;
import tenfold.core.data.Block;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Problem;

/** Predicts every training row by the fit without it: its target less the error it is missed by. */
record LeftOut(Problem problem, Terms terms, Directions directions, DirectUnits direct)
    implements OutOfFold {

  private static final long serialVersionUID = 1;

  @Override
  public double[] predict(Block block) {
    double[] out = new double[block.rows()];
    Arrays.fill(out, Double.NaN);
    Units.Row missed =
        (candidate, row, root, c, jTrain) -> out[row] = block.target()[row] - c / root;
    // What is refused here is in "direct".
    Units.of(problem.folds(), block)
        .leave(problem, terms, List.of(directions), missed, (candidate, unit) -> {});
    direct.leave(problem, terms, block, missed);
    return out;
  }
}
