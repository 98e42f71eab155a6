package tenfold.core.learn.ridge;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What rows that left add up to, for each candidate, and which units could not; mergeable. */
final class LeavingSums implements Serializable {

  private static final long serialVersionUID = 1;

  private final double[] near;
  private final double[] squares;
  private final double[] absolute;
  private final double[] jTrain;
  private final double[] excess;
  private final double[] excessSquares;
  private final double[] weightSquares;
  private final List<Set<Long>> refused;

  /**
   * Nothing yet.
   *
   * @param near for each candidate a number of the size of its rows' costs, about which their
   *     spread is gathered so that it keeps its digits; not modified
   */
  LeavingSums(double[] near) {
    this(
        near,
        new double[near.length],
        new double[near.length],
        new double[near.length],
        new double[near.length],
        new double[near.length],
        new double[near.length],
        Stream.<Set<Long>>generate(TreeSet::new).limit(near.length).toList());
  }

  /** Sums of their values, as a journal keeps them. */
  private LeavingSums(
      double[] near,
      double[] squares,
      double[] absolute,
      double[] jTrain,
      double[] excess,
      double[] excessSquares,
      double[] weightSquares,
      List<Set<Long>> refused) {
    this.near = near;
    this.squares = squares;
    this.absolute = absolute;
    this.jTrain = jTrain;
    this.excess = excess;
    this.excessSquares = excessSquares;
    this.weightSquares = weightSquares;
    this.refused = List.copyOf(refused);
  }

  /** Nothing, for the same candidates. */
  LeavingSums empty() {
    return new LeavingSums(near);
  }

  /** Adds a row, as {@link Units.Sink#left} is told of it. */
  void left(int candidate, double root, double c, double without) {
    double weight = root * root;
    double over = c * c / 2 - weight * near[candidate];
    squares[candidate] += c * c;
    absolute[candidate] += root * Math.abs(c);
    jTrain[candidate] += weight * without;
    excess[candidate] += weight * over;
    excessSquares[candidate] += over * over;
    weightSquares[candidate] += weight * weight;
  }

  /** Adds a unit that could not leave. */
  void refused(int candidate, long unit) {
    refused.get(candidate).add(unit);
  }

  /** Adds what {@code other} holds. */
  void merge(LeavingSums other) {
    for (int c = 0; c < near.length; c++) {
      squares[c] += other.squares[c];
      absolute[c] += other.absolute[c];
      jTrain[c] += other.jTrain[c];
      excess[c] += other.excess[c];
      excessSquares[c] += other.excessSquares[c];
      weightSquares[c] += other.weightSquares[c];
      refused.get(c).addAll(other.refused.get(c));
    }
  }

  /** Sum of weighted squared errors of a candidate. */
  double squares(int c) {
    return squares[c];
  }

  /** Sum of weighted absolute errors. */
  double absolute(int c) {
    return absolute[c];
  }

  /** Sum of the rows' weights times J of the fit without them. */
  double jTrain(int c) {
    return jTrain[c];
  }

  /** Sum of squares of weight times (half the squared error, less {@code mean}). */
  double spread(int c, double mean) {
    double off = mean - near[c];
    return Math.max(0, excessSquares[c] - 2 * off * excess[c] + off * off * weightSquares[c]);
  }

  /** Units that could not leave. */
  Set<Long> refused(int c) {
    return refused.get(c);
  }
}
