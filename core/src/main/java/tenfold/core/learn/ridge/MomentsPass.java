package tenfold.core.learn.ridge;

import tenfold.core.data.Block;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Problem;

/** Gathers the moments of every part: the one pass that answers the sweep. */
record MomentsPass(Problem problem, Terms terms) implements Aggregation<Moments> {

  private static final long serialVersionUID = 1;

  @Override
  public String label() {
    return "moments";
  }

  @Override
  public Moments zero() {
    return new Moments(
        Expander.FIRST + terms.count(), problem.folds().folds() + 1, problem.folds().repeats());
  }

  @Override
  public void add(Moments into, Block block) {
    Expander chunk = Expander.training(problem, terms, block, Expander.ROWS);
    for (int repeat = 0; repeat < problem.folds().repeats(); repeat++) {
      int[][] rows = Expander.byPart(problem.folds().of(block, repeat), problem.folds().folds());
      for (int part = 0; part < rows.length; part++) {
        for (int from = 0; from < rows[part].length; from += chunk.capacity()) {
          chunk.fill(rows[part], from, Math.min(rows[part].length, from + chunk.capacity()));
          into.add(repeat, part, chunk);
        }
      }
    }
  }

  @Override
  public Moments merge(Moments into, Moments from) {
    into.merge(from);
    return into;
  }
}
