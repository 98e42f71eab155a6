package tenfold.core.learn.logistic;

/**
 * Limited-memory quasi-Newton, on {@link Pairs}. A trial step is accepted by the conditions of
 * Wolfe, found by bisection, or, where costs differ by rounding only, by slopes alone. Source:
 * Nocedal and Wright, "Numerical Optimization", 2nd ed., algorithms 7.4 and 7.5; Hager and Zhang,
 * SIAM J. Optim. 16, 2005, for the approximate conditions.
 */
final class Lbfgs implements Descent {

  /** As many numbers as this for each weight are held: the pairs, and where it stands. */
  static final int VECTORS = 2 * Pairs.MEMORY + 4;

  private static final int LIMIT = 2000;
  private static final int TRIALS = 50;
  private static final double ENOUGH = 1e-4;
  private static final double FLATTER = 0.9;
  private static final double ROUNDING = 1e-10;

  private final Pairs pairs;
  private double[] v;
  private double[] gradient;
  private double[] direction;
  private double[] trial;
  private double cost;
  private double slope;
  private double length;
  private double low;
  private double high;
  private int steps;
  private int trials;
  private State last; // what it comes to once it has heard of v again
  private State state = State.ASKING;

  /** A descent from {@code v}. */
  Lbfgs(double[] v) {
    this(v, new Pairs());
  }

  /** A descent from {@code v} that knows of second derivatives what {@code other} does. */
  Lbfgs(double[] v, Lbfgs other) {
    this(v, new Pairs(other.pairs));
  }

  private Lbfgs(double[] v, Pairs pairs) {
    trial = v;
    this.pairs = pairs;
  }

  @Override
  public double[] at() {
    return trial;
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public void tell(double found, double[] g, double[] curvature) {
    if (last != null) {
      state = last;
      return;
    }
    if (v == null) {
      accept(found, g);
      return;
    }
    double along = Rule.dot(g, direction);
    boolean gained = found <= cost + ENOUGH * length * slope;
    boolean alike = Math.abs(found - cost) <= ROUNDING * Math.max(1, Math.abs(cost));
    boolean gentle = alike && along <= -(1 - 2 * ENOUGH) * slope;
    if (!(gained || gentle)) {
      high = length;
      again((low + high) / 2);
    } else if (along < FLATTER * slope) {
      low = length;
      again(high == Double.POSITIVE_INFINITY ? 2 * length : (low + high) / 2);
    } else {
      pairs.add(Rule.along(trial, -1, v), Rule.along(g, -1, gradient));
      accept(found, g);
    }
  }

  private void again(double next) {
    length = next;
    trial = Rule.along(v, length, direction);
    if (++trials == TRIALS) {
      trial = v; // once more, so that what was heard last is of the weights that stay
      last = end();
    }
  }

  private State end() {
    return Rule.flat(cost, gradient) ? State.CONVERGED : State.STUCK;
  }

  private void accept(double found, double[] g) {
    v = trial;
    cost = found;
    gradient = g;
    direction = pairs.direction(g);
    slope = Rule.dot(g, direction);
    boolean done = Rule.flat(cost, g) && Rule.polished(-slope / 2);
    if (done || ++steps == LIMIT) {
      state = end();
      return;
    }
    length = pairs.isEmpty() ? Math.min(1, 1 / Math.sqrt(Rule.dot(g, g))) : 1;
    low = 0;
    high = Double.POSITIVE_INFINITY;
    trials = 0;
    trial = Rule.along(v, length, direction);
  }
}
