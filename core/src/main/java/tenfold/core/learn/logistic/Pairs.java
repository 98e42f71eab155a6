package tenfold.core.learn.logistic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The last steps of a descent and the changes of the gradient along them, which stand for second
 * derivatives. Source: Nocedal and Wright, "Numerical Optimization", 2nd ed., algorithm 7.4.
 */
final class Pairs {

  /** Most that are held. */
  static final int MEMORY = 20;

  /** A step, the change of the gradient along it, and one over their product. */
  private record Pair(Vector step, Vector change, double inverse) {}

  /** Numbers that no one changes. */
  private static final class Vector {
    private final double[] of;

    Vector(double[] of) {
      this.of = of;
    }
  }

  private final Deque<Pair> pairs = new ArrayDeque<>();

  /** None. */
  Pairs() {}

  /** Those of another, so far. */
  Pairs(Pairs other) {
    pairs.addAll(other.pairs);
  }

  boolean isEmpty() {
    return pairs.isEmpty();
  }

  /** Remembers a step for the oldest, unless the gradient turned against it; both are owned. */
  void add(double[] step, double[] change) {
    double product = Rule.dot(step, change);
    if (product > 0) {
      pairs.addLast(new Pair(new Vector(step), new Vector(change), 1 / product));
      if (pairs.size() > MEMORY) {
        pairs.removeFirst();
      }
    }
  }

  /** Returns the way down from where the gradient is {@code g}; of no pairs, straight down. */
  double[] direction(double[] g) {
    double[] q = g.clone();
    double[] weight = new double[pairs.size()];
    int i = weight.length;
    for (Iterator<Pair> newest = pairs.descendingIterator(); newest.hasNext(); ) {
      Pair pair = newest.next();
      weight[--i] = pair.inverse() * Rule.dot(pair.step().of, q);
      q = Rule.along(q, -weight[i], pair.change().of);
    }
    double scale = 1;
    if (!pairs.isEmpty()) {
      Pair last = pairs.getLast();
      scale = 1 / (last.inverse() * Rule.dot(last.change().of, last.change().of));
    }
    for (int j = 0; j < q.length; j++) {
      q[j] *= scale;
    }
    for (Pair pair : pairs) {
      double back = pair.inverse() * Rule.dot(pair.change().of, q);
      q = Rule.along(q, weight[i++] - back, pair.step().of);
    }
    for (int j = 0; j < q.length; j++) {
      q[j] = -q[j];
    }
    return q;
  }
}
