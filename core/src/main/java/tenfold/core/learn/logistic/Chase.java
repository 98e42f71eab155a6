package tenfold.core.learn.logistic;

/**
 * Newton's method with second derivatives of long ago: near the optimum each step still leaves a
 * small share of the error. It needs no cost. It goes on while the gain left falls fast, and is
 * stuck once it does not.
 */
final class Chase implements Descent {

  /** What must be left of the gain after a step, at most. */
  private static final double FALL = 0.25;

  private final Factor factor;
  private double[] v;
  private double left = Double.POSITIVE_INFINITY;
  private State state = State.ASKING;

  /** A chase from {@code v}. */
  Chase(double[] v, Factor factor) {
    this.v = v;
    this.factor = factor;
  }

  @Override
  public double[] at() {
    return v;
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public void tell(double cost, double[] gradient, double[] curvature) {
    double[] step = factor.step(gradient);
    double decrement = -Rule.dot(gradient, step) / 2;
    if (Rule.polished(decrement)) {
      state = State.CONVERGED;
    } else if (decrement <= FALL * left) { // false where it is no number
      left = decrement;
      v = Rule.along(v, 1, step);
    } else {
      state = State.STUCK;
    }
  }
}
