package tenfold.core.learn.ridge;

import java.io.Serializable;

/**
 * How far rounding may be from what a fit says of rows that leave it. A row's pull is the length of
 * the change of the weights for a unit of its target, {@code |(Z'Z + lambda I)^-1 z|}: rounding in
 * the sums or rows that were fitted reaches the row's residual and leverage by it.
 *
 * @param still error of the residual of a row without pull
 * @param residual error of a residual for each unit of pull
 * @param leverage error of a leverage for each unit of pull
 * @param square error of a leverage for each squared unit of pull
 * @param needless of rows that leave more than this of 1 without their leverage, a fit of the
 *     others would know no more
 */
record Rounding(double still, double residual, double leverage, double square, double needless)
    implements Serializable {

  private static final long serialVersionUID = 1;

  /**
   * Whether what rows are missed by is right to 8 digits, or as right as it can be.
   *
   * @param pull of the rows together
   * @param rest what is left of 1 without their leverage
   * @param missed what they are missed by
   * @param usual what rows are missed by as a rule: one that happens to be met needs no more digits
   */
  boolean safe(double pull, double rest, double missed, double usual) {
    double wrong = still + pull * (residual + (leverage + square * pull) * missed);
    boolean right = wrong <= Fit.DIGITS * rest * Math.max(missed, usual);
    return rest > 0 && (right || rest > needless);
  }
}
