package tenfold.core.learn.terms;

/** Which terms have a scale to be divided by. */
public final class Scale {

  /** Share of a variance below which nothing is left but rounding. */
  public static final double NOTHING = 1e-12;

  private Scale() {}

  /**
   * Returns the population standard deviation of a term over some training rows, or 0 if it takes
   * no part: if its variance is nothing beside that of the whole training part, or beside its own
   * mean square.
   *
   * @param term its number, from 0, for the message
   * @param whole its variance over the whole training part
   * @throws ArithmeticException if the variance is not finite
   */
  public static double of(int term, double variance, double mean, double whole) {
    if (!Double.isFinite(variance)) {
      throw new ArithmeticException(
          "term number %d of the polynomial is too large for its square to be held"
              .formatted(term + 1));
    }
    boolean nothing = variance <= NOTHING * Math.max(whole, variance + mean * mean);
    return nothing ? 0 : Math.sqrt(variance);
  }
}
