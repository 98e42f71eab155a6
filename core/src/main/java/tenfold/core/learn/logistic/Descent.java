package tenfold.core.learn.logistic;

/**
 * One model on its way to its optimum. It asks for what the cost is like at {@link #at()} and is
 * told; whoever makes the passes serves all models that ask.
 */
interface Descent {

  /** How far it has come. */
  enum State {
    ASKING,
    CONVERGED,
    /** It gets no further in its own way. */
    STUCK
  }

  /** The weights to look at next, or those it ended with; not to be modified. */
  double[] at();

  /**
   * Hears of the cost there.
   *
   * @param cost with its penalty; without the losses where they were not gathered
   * @param gradient of the cost; owned
   * @param curvature its second derivatives where they were gathered, else empty
   */
  void tell(double cost, double[] gradient, double[] curvature);

  /** How far it has come. */
  State state();
}
