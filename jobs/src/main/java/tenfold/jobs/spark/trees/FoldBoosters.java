package tenfold.jobs.spark.trees;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tenfold.core.data.Block;
import tenfold.core.data.Inputs;
import tenfold.core.learn.boost.Codes;
import tenfold.core.learn.boost.Stages;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Problem;

/** Predicts every row by the booster of the fold of the first repeat that holds it out. */
final class FoldBoosters implements OutOfFold {

  private static final long serialVersionUID = 1;

  private final Problem problem;
  private final Inputs inputs;
  private final List<Trained> boosters;
  private final int[] rounds;

  /**
   * Predicts.
   *
   * @param boosters one for each fold
   * @param rounds of each that count
   */
  FoldBoosters(Problem problem, Inputs inputs, List<Trained> boosters, int[] rounds) {
    this.problem = problem;
    this.inputs = inputs;
    this.boosters = boosters;
    this.rounds = rounds;
  }

  @Override
  public double[] predict(Block block) {
    double[][] columns = inputs.of(block);
    int[] part = problem.folds().of(block, 0);
    int outputs = Math.max(1, problem.classes().size());
    double[] out = new double[block.rows() * outputs];
    Arrays.fill(out, Double.NaN);
    for (int fit = 0; fit < rounds.length; fit++) {
      int fold = boosters.get(fit).cut().fold();
      int[] rows = IntStream.range(0, part.length).filter(i -> part[i] == fold).toArray();
      double[] said = said(boosters.get(fit).stages(), rounds[fit], columns, rows);
      for (int i = 0; i < said.length; i++) {
        out[rows[i / outputs] * outputs + i % outputs] = problem.shift() + said[i];
      }
    }
    return out;
  }

  private double[] said(Stages stages, int after, double[][] columns, int[] rows) {
    Codes codes = Codes.of(inputs, columns, rows);
    float[] sums = stages.begin(rows.length);
    for (int round = 0; round < after; round++) {
      stages.add(round, codes, sums);
    }
    return stages.predictions(sums);
  }
}
