package tenfold.core.learn.logistic;

/**
 * Newton's method, a step halved until it lowers the cost. Needs second derivatives every time.
 *
 * <p>Close to the bottom costs differ by rounding only, while the error still squares: a last step
 * is taken there unasked, since scores on other rows profit from it ({@link Rule#polished}).
 */
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
  private State last; // what it comes to once it has heard of where it ends
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
    if (last != null) {
      state = last;
      return;
    }
    double slack = 4 * Math.ulp(Math.max(1, Math.abs(cost))); // sums of losses are no better
    boolean lower = v == null || found <= cost + ENOUGH * length * slope + slack;
    if (!lower) {
      length /= 2;
      trial = Rule.along(v, length, step);
      if (++halvings == HALVINGS) {
        trial = v; // once more, so that what was heard last is of the weights that stay
        last = State.STUCK;
      }
      return;
    }
    v = trial;
    cost = found;
    step = Factor.of(curvature, v.length).step(gradient);
    slope = Rule.dot(gradient, step);
    length = 1;
    halvings = 0;
    trial = Rule.along(v, 1, step);
    if (-slope / 2 <= near) {
      state = State.CONVERGED;
    } else if (Rule.flat(cost, gradient) || Rule.bottom(cost, -slope / 2)) {
      last = State.CONVERGED;
    } else if (++steps == LIMIT) {
      trial = v;
      state = State.STUCK;
    }
  }
}
