package tenfold.core.learn.logistic;

import java.util.List;
import tenfold.core.data.Block;
import tenfold.core.data.Classes;
import tenfold.core.metric.ScoredRows;
import tenfold.core.sweep.Aggregation;

/**
 * Gathers the rows held out of each fold, with their probabilities: for what takes all rows of a
 * fold at once. One statistic for each of the candidates and, in it, each fold.
 */
record HeldPass(Layout layout, List<FoldProbabilities> candidates)
    implements Aggregation<ScoredRows[]> {

  private static final long serialVersionUID = 1;

  @Override
  public String label() {
    return "logistic: rows held out, %d candidates".formatted(candidates.size());
  }

  @Override
  public ScoredRows[] zero() {
    ScoredRows[] out = new ScoredRows[candidates.size() * layout.cut().folds()];
    for (int i = 0; i < out.length; i++) {
      out[i] = new ScoredRows(layout.classes());
    }
    return out;
  }

  @Override
  public void add(ScoredRows[] into, Block block) {
    int folds = layout.cut().folds();
    int[][] rows = layout.cut().rows(block);
    int[] truth = Classes.of(block, layout.problem().classes());
    for (int c = 0; c < candidates.size(); c++) {
      double[] probabilities = candidates.get(c).predict(block);
      for (int f = 0; f < folds; f++) {
        for (int i : rows[f]) {
          int at = i * layout.classes();
          into[c * folds + f].add(truth[i], probabilities, at, block.weight(i));
        }
      }
    }
  }

  @Override
  public ScoredRows[] merge(ScoredRows[] into, ScoredRows[] from) {
    for (int i = 0; i < into.length; i++) {
      into[i].merge(from[i]);
    }
    return into;
  }
}
