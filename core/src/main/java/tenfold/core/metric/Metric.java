package tenfold.core.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A score by its name in configurations and reports, and which way is better. */
public enum Metric {
  J(false),
  RMSE(false),
  MAE(false),
  R2(true),
  ACCURACY(true),
  PRECISION(true),
  RECALL(true),
  F1(true);

  private final boolean larger;

  Metric(boolean larger) {
    this.larger = larger;
  }

  /** Its name in reports. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a larger value is the better one. */
  public boolean largerIsBetter() {
    return larger;
  }

  /** Returns the metric called {@code key}, written with - or _. */
  public static Optional<Metric> of(String key) {
    return Arrays.stream(values()).filter(m -> m.key().equals(key.replace('-', '_'))).findFirst();
  }
}
