package tenfold.jobs.spark.trees;

import java.util.Arrays;
import java.util.List;
import tenfold.core.data.Block;
import tenfold.core.data.Inputs;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Problem;

/**
 * Predicts every row by the trees of the fold of the first repeat that holds it out.
 *
 * @param problem what the sweep is about
 * @param inputs the columns
 * @param judge of what trees say
 * @param forests one for each fold, cut to one candidate's limits and trees
 */
record FoldTrees(Problem problem, Inputs inputs, Judge judge, List<Forest> forests)
    implements OutOfFold {

  @Override
  public double[] predict(Block block) {
    double[][] columns = inputs.of(block);
    int[] part = problem.folds().of(block, 0);
    int outputs = judge.outputs();
    double[] out = new double[block.rows() * outputs];
    Arrays.fill(out, Double.NaN);
    for (Forest forest : forests) {
      int[] path = new int[forest.depth() + 1];
      for (int i = 0; i < part.length; i++) {
        if (part[i] == forest.cut().fold()) {
          Arrays.fill(out, i * outputs, (i + 1) * outputs, 0);
          for (Voter voter : forest.voters()) {
            int n = voter.path(columns, i, path);
            voter.add(path[n - 1], out, i * outputs);
          }
          for (int c = i * outputs; c < (i + 1) * outputs; c++) {
            out[c] = problem.shift() + judge.mean(out[c], forest.voters().size(), forest.scale());
          }
        }
      }
    }
    return out;
  }
}
