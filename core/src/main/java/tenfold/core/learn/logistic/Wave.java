package tenfold.core.learn.logistic;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import tenfold.core.learn.terms.Terms;

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
    BY_PART,
    /** Names are looked up level by level; not together with second derivatives. */
    LOOKED_UP
  }

  private final Layout layout;
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
  Wave(Layout layout, int[] fold, double[] weights, double[][] factor, Set<Detail> details) {
    this.layout = layout;
    this.fold = fold;
    this.weights = weights;
    this.factor = factor;
    this.details = Set.copyOf(details);
  }

  /** All that a pass over the rows depends on. */
  @SuppressWarnings("ArrayRecordComponent") // written, never compared
  private record Name(
      Terms.Name terms,
      String parting,
      int repeat,
      int[] fold,
      double[] weights,
      double[][] factor,
      List<Detail> details) {}

  /** Tells what a pass gathers for these models from what it does for others. */
  Record name() {
    Cut cut = layout.cut();
    return new Name(
        layout.terms().name(),
        cut.parting().name(),
        cut.repeat(),
        fold,
        weights,
        factor,
        details.stream().sorted().toList());
  }

  /** How the rows are looked at. */
  Layout layout() {
    return layout;
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

  /** Second derivatives are taken of every so many rows. */
  int stride() {
    return wants(Detail.SAMPLED)
        ? (int) Math.max(1, Math.min(SPARSEST, layout.problem().rows() / (SAMPLE * layout.order())))
        : 1;
  }

  /** Into how many slots derivatives are gathered. */
  int slots() {
    return wants(Detail.BY_PART) ? layout.cut().parts() : 1;
  }
}
