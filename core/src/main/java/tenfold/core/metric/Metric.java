package tenfold.core.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A score by its name in configurations and reports, and which way is better. */
public enum Metric {
  J(false, "no row has a weight"),
  RMSE(false, "no row has a weight"),
  MAE(false, "no row has a weight"),
  R2(true, "all targets are equal"),
  ACCURACY(true, "no row has a weight"),
  PRECISION(true, "no row is predicted as the positive class"),
  RECALL(true, "no row is of the positive class"),
  F1(true, "no row is of the positive class or predicted as it"),
  LOG_LOSS(false, "no row has a weight"),
  ROC_AUC(true, "all rows are of one class, or more than " + ScoredRows.MOST),
  PR_AUC(true, "no row is of the positive class, or there are more than " + ScoredRows.MOST);

  private final boolean larger;
  private final String undefined;

  Metric(boolean larger, String undefined) {
    this.larger = larger;
    this.undefined = undefined;
  }

  /** Its name in reports. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a larger value is the better one. */
  public boolean largerIsBetter() {
    return larger;
  }

  /** On which rows it is not defined. */
  public String undefined() {
    return undefined;
  }

  /** Returns the metric called {@code key}, written with - or _. */
  public static Optional<Metric> of(String key) {
    return Arrays.stream(values()).filter(m -> m.key().equals(key.replace('-', '_'))).findFirst();
  }
}
