package tenfold.core.learn.ridge;

import java.io.Serializable;
import tenfold.core.data.Block;
import tenfold.core.fold.Folds;
import tenfold.core.kernel.Blas;
import tenfold.core.learn.terms.Expander;
import tenfold.core.learn.terms.Parting;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Problem;

/**
 * Looks at the held-out rows of every candidate one by one, for what sums of products do not hold:
 * absolute errors, and the spread of the rows' own costs. All candidates of a fold are one product
 * of matrices.
 *
 * @param beta for each fold of each repeat the candidates' constants and weights, side by side:
 *     columns of {@code terms + 2}, {@link #padded} of them
 * @param j for each of them each candidate's J, about which the spread is taken
 */
record Residuals(Problem problem, Terms terms, Table beta, Table j)
    implements Aggregation<Residuals.Sums> {

  private static final long serialVersionUID = 1;

  /** Rows of numbers that travel together. */
  static final class Table implements Serializable {

    private static final long serialVersionUID = 1;

    private final double[][] rows;

    Table(double[][] rows) {
      this.rows = rows;
    }

    double[] row(int i) {
      return rows[i];
    }
  }

  /** What is summed, for each fold of each repeat and each candidate. */
  static final class Sums implements Serializable {

    private static final long serialVersionUID = 1;

    private final double[][] absolute;
    private final double[][] spread;

    Sums(int folds, int candidates) {
      absolute = new double[folds][candidates];
      spread = new double[folds][candidates];
    }

    /** Sum of weight times absolute error. */
    double absolute(int fold, int candidate) {
      return absolute[fold][candidate];
    }

    /** Sum of the squares of weight times (half the squared error, less J). */
    double spread(int fold, int candidate) {
      return spread[fold][candidate];
    }
  }

  /**
   * Returns the number of columns for so many candidates: a multiple of 8, so that no candidate
   * falls on the ragged edge of a matrix, where sums take another order.
   */
  static int padded(int candidates) {
    return (candidates + 7) / 8 * 8;
  }

  @Override
  public String label() {
    return "ridge: errors of rows";
  }

  @Override
  public Sums zero() {
    return new Sums(j.rows.length, j.row(0).length);
  }

  @Override
  public void add(Sums into, Block block) {
    Folds folds = problem.folds();
    Parting.ByFold parting = new Parting.ByFold(folds);
    Expander expander = Leading.training(problem, terms, block, Expander.ROWS);
    double[] out = new double[expander.ld() * padded(j.row(0).length)];
    expander.each(
        parting.rows(block),
        (part, chunk) -> {
          int fold = part % (folds.folds() + 1);
          if (fold < folds.folds()) {
            add(into, part / (folds.folds() + 1) * folds.folds() + fold, chunk, out);
          }
        });
  }

  private void add(Sums into, int row, Expander chunk, double[] out) {
    int candidates = j.row(row).length;
    int ld = chunk.ld();
    Blas.multiply(
        chunk.rows(),
        terms.count() + Leading.FIRST,
        padded(candidates),
        chunk.x(),
        0,
        ld,
        beta.row(row),
        out,
        ld);
    for (int c = 0; c < candidates; c++) {
      for (int i = 0; i < chunk.rows(); i++) {
        double root = chunk.x()[i]; // rows, so residuals too, come times the root of their weight
        double residual = out[c * ld + i];
        double excess = residual * residual / 2 - root * root * j.row(row)[c];
        into.absolute[row][c] += root * Math.abs(residual);
        into.spread[row][c] += excess * excess;
      }
    }
  }

  @Override
  public Sums merge(Sums into, Sums from) {
    for (int f = 0; f < into.absolute.length; f++) {
      for (int c = 0; c < into.absolute[f].length; c++) {
        into.absolute[f][c] += from.absolute[f][c];
        into.spread[f][c] += from.spread[f][c];
      }
    }
    return into;
  }
}
