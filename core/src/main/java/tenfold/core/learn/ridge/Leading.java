package tenfold.core.learn.ridge;

import tenfold.core.data.Block;
import tenfold.core.data.Encoder;
import tenfold.core.learn.terms.Expander;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Problem;

/**
 * The columns that stand before ridge's terms: 1 and {@code y - shift}. A training row comes times
 * the square root of its weight, so that products of columns are the weighted sums.
 */
final class Leading {

  /** Column of the target. */
  static final int Y = 1;

  /** Column of the first term. */
  static final int FIRST = 2;

  private Leading() {}

  /** An expander of rows with their weights and targets, up to {@code capacity} at a time. */
  static Expander training(Problem problem, Terms terms, Block block, int capacity) {
    return new Expander(
        problem.encoder(),
        terms,
        block,
        capacity,
        FIRST,
        (row, x, at, ld) -> {
          double root = block.weighted() ? Math.sqrt(block.weight(row)) : 1;
          x[at] = root;
          x[Y * ld + at] = root * (block.target()[row] - problem.shift());
        });
  }

  /** An expander of rows by themselves: weights are 1, targets not looked at. */
  static Expander plain(Encoder encoder, Terms terms, Block block) {
    return new Expander(encoder, terms, block, Expander.ROWS, FIRST, Expander.Lead.ONES);
  }
}
