package tenfold.jobs.spark.trees;

import java.io.Serializable;
import java.util.stream.Stream;
import tenfold.core.metric.Score;

/** How every prefix of some fits did on the rows that trained it and on those held out. */
final class Scores implements Serializable {

  private static final long serialVersionUID = 1;

  /** Which rows of a fit a row is one of. */
  enum Side {
    TRAINED,
    HELD
  }

  private final Judge judge;
  private final int cells;

  /** For each fit the weight of its training rows. */
  private final double[] weight;

  /** For each fit and cell the cost of its training rows, weighted. */
  private final double[] cost;

  /** For each fit and cell the rows held out. */
  private final Score[] held;

  /** For each fit and cell, over the rows held out, the sum of {@code (weight * cost)^2}. */
  private final double[] squares;

  /** The sum of {@code weight^2 * cost}. */
  private final double[] products;

  /** For each fit the sum of the squared weights of the rows held out, and their weight. */
  private final double[] heldSquares;

  private final double[] heldWeight;

  /** Whether a row trained on, or held out, misses a number. */
  private boolean missing;

  Scores(Judge judge, int fits, int cells) {
    this.judge = judge;
    this.cells = cells;
    weight = new double[fits];
    cost = new double[fits * cells];
    held = Stream.generate(judge::score).limit((long) fits * cells).toArray(Score[]::new);
    squares = new double[fits * cells];
    products = new double[fits * cells];
    heldSquares = new double[fits];
    heldWeight = new double[fits];
  }

  /** Counts a row that trained a fit. */
  void trained(int fit, double w) {
    weight[fit] += w;
  }

  /** Counts a row held out from a fit. */
  void held(int fit, double w) {
    heldSquares[fit] += w * w;
    heldWeight[fit] += w;
  }

  /** Scores a cell on a row. */
  void add(Side side, int fit, int cell, double truth, double predicted, double w) {
    int at = fit * cells + cell;
    double c = judge.cost(truth, predicted);
    if (side == Side.TRAINED) {
      cost[at] += w * c;
    } else {
      Judge.add(held[at], truth, predicted, w);
      squares[at] += w * w * c * c;
      products[at] += w * w * c;
    }
  }

  /** Notes that numbers are missing. */
  void missing(boolean some) {
    missing |= some;
  }

  Scores merge(Scores from) {
    plus(weight, from.weight);
    plus(cost, from.cost);
    plus(squares, from.squares);
    plus(products, from.products);
    plus(heldSquares, from.heldSquares);
    plus(heldWeight, from.heldWeight);
    for (int i = 0; i < held.length; i++) {
      Judge.merge(held[i], from.held[i]);
    }
    missing |= from.missing;
    return this;
  }

  private static void plus(double[] into, double[] from) {
    for (int i = 0; i < into.length; i++) {
      into[i] += from[i];
    }
  }

  /** J on the rows that trained the cell. */
  double jTrain(int fit, int cell) {
    return cost[fit * cells + cell] / weight[fit];
  }

  /** The score on the rows held out. */
  Score held(int fit, int cell) {
    return held[fit * cells + cell];
  }

  /**
   * The squared standard error of J that the rows held out give: their variance (n-1) over their
   * number; NaN for fewer than two.
   */
  double variance(int fit, int cell) {
    int at = fit * cells + cell;
    double n = held[at].rows();
    double j = held[at].j();
    double spread = squares[at] - 2 * j * products[at] + j * j * heldSquares[fit];
    return n < 2
        ? Double.NaN
        : n / (n - 1) * Math.max(0, spread) / (heldWeight[fit] * heldWeight[fit]);
  }

  /** Whether a row misses a number. */
  boolean missing() {
    return missing;
  }
}
