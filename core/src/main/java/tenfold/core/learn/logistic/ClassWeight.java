package tenfold.core.learn.logistic;

import java.util.Arrays;
import java.util.Locale;

/** How much a row counts in the cost, beside its own weight. */
public enum ClassWeight {
  /** Every row alike. */
  NONE,
  /**
   * By class, so that all classes that train count the same: m / (classes * weight of its class).
   */
  BALANCED;

  /** Its name in configurations and reports. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the factor of each class.
   *
   * @param weight sum of the training rows' weights in each class
   */
  double[] factors(double[] weight) {
    double[] out = new double[weight.length];
    double present = Arrays.stream(weight).filter(w -> w > 0).count();
    double all = Arrays.stream(weight).sum();
    Arrays.setAll(out, c -> this == NONE ? 1 : weight[c] > 0 ? all / (present * weight[c]) : 0);
    return out;
  }
}
