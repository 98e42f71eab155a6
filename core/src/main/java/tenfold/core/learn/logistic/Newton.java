package tenfold.core.learn.logistic;

/** Newton's method, a step halved until it lowers the cost. Needs second derivatives every time. */
final class Newton implements Descent {

  private static final int LIMIT = 200;
  private static final int HALVINGS = 40;

  /** Share of the promised gain that a step must bring. */
  private static final double ENOUGH = 1e-4;

  private final double near;
  private double[] v;
  private double cost = Double.POSITIVE_INFINITY;
  private double[] step;
  private double slope;
  private double length = 1;
  private int steps;
  private int halvings;
  private double[] trial;
  private State state = State.ASKING;

  /**
   * A descent.
   *
   * @param v where it begins
   * @param near what the last step may have had to gain for it to be the last; 0: as little as the
   *     rule of convergence says, and no step more
   */
  Newton(double[] v, double near) {
    this.near = near;
    trial = v;
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
  public void tell(double found, double[] gradient, double[] curvature) {
    double slack = 4 * Math.ulp(Math.max(1, Math.abs(cost))); // sums of losses are no better
    boolean lower = v == null || found <= cost + ENOUGH * length * slope + slack;
    if (!lower) {
      length /= 2;
      trial = Rule.along(v, length, step);
      if (++halvings == HALVINGS) {
        trial = v;
        state = State.STUCK;
      }
      return;
    }
    v = trial;
    cost = found;
    if (Rule.flat(cost, gradient)) {
      state = State.CONVERGED;
      return;
    }
    step = Factor.of(curvature, v.length).step(gradient);
    slope = Rule.dot(gradient, step);
    if (Rule.bottom(cost, -slope / 2)) {
      state = State.CONVERGED;
      return;
    }
    if (++steps == LIMIT) {
      state = State.STUCK;
      return;
    }
    length = 1;
    halvings = 0;
    trial = Rule.along(v, 1, step);
    if (-slope / 2 <= near) {
      state = State.CONVERGED;
    }
  }
}
