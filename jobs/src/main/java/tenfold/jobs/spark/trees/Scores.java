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
    HELD,
    NEITHER
  }

  private final Judge judge;
  private final int cells;

  /** For each fit the weight of its training rows. */
  private final double[] weight;

  /** For each fit and cell the cost of its training rows, weighted. */
  private final double[] cost;

  /** For each fit and cell the rows held out. */
  private final Score[] held;

  /** Whether a row trained on, or held out, misses a number. */
  private boolean missing;

  Scores(Judge judge, int fits, int cells) {
    this(
        judge,
        cells,
        new double[fits],
        new double[fits * cells],
        Stream.generate(judge::score).limit((long) fits * cells).toArray(Score[]::new),
        false);
  }

  /** Scores of their values, as a journal keeps them. */
  private Scores(
      Judge judge, int cells, double[] weight, double[] cost, Score[] held, boolean missing) {
    this.judge = judge;
    this.cells = cells;
    this.weight = weight;
    this.cost = cost;
    this.held = held;
    this.missing = missing;
  }

  /** Counts a row of a fit. */
  void counts(Side side, int fit, double w) {
    weight[fit] += side == Side.TRAINED ? w : 0;
  }

  /** Scores a cell on a row, of which it said this. */
  void add(Side side, int fit, int cell, double truth, double[] said, double w) {
    int at = fit * cells + cell;
    if (side == Side.TRAINED) {
      cost[at] += w * judge.cost(truth, said);
    } else {
      Judge.add(held[at], truth, said, w);
    }
  }

  /** Notes that numbers are missing. */
  void missing(boolean some) {
    missing |= some;
  }

  Scores merge(Scores from) {
    plus(weight, from.weight);
    plus(cost, from.cost);
    for (int i = 0; i < held.length; i++) {
      held[i] = held[i].with(from.held[i]);
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

  /** Whether a row misses a number. */
  boolean missing() {
    return missing;
  }
}
