package tenfold.core.learn.logistic;

import java.io.Serializable;
import java.util.Set;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Problem;

/**
 * Models as they stand, to be looked at in one pass: columns of weights side by side, and which
 * fold each model does without.
 */
final class Wave implements Serializable {

  private static final long serialVersionUID = 1;

  /** The fold of a model that does without none. */
  static final int WHOLE = -1;

  /** Rows of a sample for each weight: steps by it leave about a tenth of the error. */
  private static final long SAMPLE = 200;

  private static final long SPARSEST = 16;

  /** What is gathered beside gradients and scores. */
  enum Detail {
    /** What training rows cost. */
    COST,
    /** Second derivatives. */
    CURVATURE,
    /** Second derivatives of every so many rows, times their number. */
    SAMPLED,
    /** Derivatives part by part. */
    BY_PART
  }

  private final Problem problem;
  private final Terms terms;
  private final Cut cut;
  private final Link link;
  private final int[] fold;
  private final double[] weights;
  private final double[][] factor;
  private final Set<Detail> details;

  /**
   * A wave.
   *
   * @param fold of each model
   * @param weights of each model on the terms as they are: {@code models * outputs * (terms + 1)}
   * @param factor of each model what a row of each class counts
   */
  Wave(
      Problem problem,
      Terms terms,
      Cut cut,
      int[] fold,
      double[] weights,
      double[][] factor,
      Set<Detail> details) {
    this.problem = problem;
    this.terms = terms;
    this.cut = cut;
    this.fold = fold;
    this.weights = weights;
    this.factor = factor;
    this.details = Set.copyOf(details);
    link = Link.of(problem.classes().size());
  }

  Problem problem() {
    return problem;
  }

  Terms terms() {
    return terms;
  }

  Cut cut() {
    return cut;
  }

  Link link() {
    return link;
  }

  int models() {
    return fold.length;
  }

  int fold(int model) {
    return fold[model];
  }

  double[] weights() {
    return weights;
  }

  double[] factor(int model) {
    return factor[model];
  }

  boolean wants(Detail detail) {
    return details.contains(detail);
  }

  /** Columns of the rows, the ones too. */
  int columns() {
    return terms.count() + 1;
  }

  /** Numbers of one model. */
  int order() {
    return link.outputs() * columns();
  }

  /** Second derivatives are taken of every so many rows. */
  int stride() {
    return wants(Detail.SAMPLED)
        ? (int) Math.max(1, Math.min(SPARSEST, problem.rows() / (SAMPLE * order())))
        : 1;
  }

  /** Into how many slots derivatives are gathered. */
  int slots() {
    return wants(Detail.BY_PART) ? cut.parts() : 1;
  }
}
