package tenfold.core.learn.ridge;

import java.util.List;
import tenfold.core.data.Block;
import tenfold.core.learn.terms.Expander;
import tenfold.core.learn.terms.Parting;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Problem;

/** Pieces of a ridge sweep by themselves, for measuring; in this package to reach them. */
public final class Probe {

  private Probe() {}

  /** Fits one candidate on all training rows, as a refit does: no folds, one degree, one lambda. */
  public static RidgeModel fit(Engine engine, Problem problem, int degree, double lambda) {
    RidgeGrid grid = new RidgeGrid(List.of(degree), List.of(lambda), true);
    Setup setup =
        new Setup(grid, new Ridge(grid).candidates(), terms(problem, degree), engine, problem);
    Parting all = new Parting.Whole(problem.folds());
    Moments moments = engine.aggregate(new MomentsPass(problem, setup.terms(), all));
    return new Whole(setup, moments.gram(0)).model(0);
  }

  /**
   * Gathers the moments of every fold from the blocks on the caller's thread: scaling, folds, terms
   * and sums; returns how many rows.
   */
  public static long moments(Problem problem, int degree, List<Block> blocks) {
    Parting parting = new Parting.ByFold(problem.folds());
    MomentsPass pass = new MomentsPass(problem, terms(problem, degree), parting);
    Moments into = pass.zero();
    blocks.forEach(block -> pass.add(into, block));
    long rows = 0;
    for (int part = 0; part < parting.parts(); part++) {
      rows += into.rows(part);
    }
    return rows;
  }

  /** Order of the matrices of sums: the terms, the target and the constant. */
  public static int order(Problem problem, int degree) {
    return Leading.FIRST + terms(problem, degree).count();
  }

  /** The first {@code rows} rows of a block with their terms, column-major, without gaps. */
  public static double[] expanded(Problem problem, int degree, Block block, int rows) {
    Expander chunk = Leading.training(problem, terms(problem, degree), block, rows);
    chunk.fill(java.util.stream.IntStream.range(0, rows).toArray(), 0, rows);
    return chunk.x();
  }

  private static Terms terms(Problem problem, int degree) {
    return new Terms(
        problem.encoder().indicators(),
        problem.encoder().numbers().size(),
        degree,
        Terms.Mixing.ALL);
  }
}
