package tenfold.core.learn.logistic;

import java.io.Serializable;
import tenfold.core.data.Block;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Problem;

/**
 * How rows are looked at: by their terms, in parts.
 *
 * @param terms of a degree
 * @param cut into parts
 */
record Layout(Problem problem, Terms terms, Cut cut) implements Serializable {

  private static final long serialVersionUID = 1;

  /** Number of classes. */
  int classes() {
    return problem.classes().size();
  }

  /** How logits become probabilities. */
  Link link() {
    return Link.of(classes());
  }

  /** Columns of the rows, the ones too. */
  int columns() {
    return terms.count() + 1;
  }

  /** Weights of one model. */
  int order() {
    return link().outputs() * columns();
  }

  /** Whether there are names, of at least so many levels in the mean. */
  boolean manyLevels(int levels) {
    int names = problem.shape().names();
    return names > 0 && problem.encoder().indicators() >= (long) names * levels;
  }

  /** The training rows of a block. */
  Lines lines(Block block) {
    return new Lines(problem, terms, block, cut.rows(block));
  }

  /** The same without the 0/1 columns of names. */
  Lines monomials(Block block) {
    return new Lines(problem, terms.monomials(), block, cut.rows(block));
  }
}
