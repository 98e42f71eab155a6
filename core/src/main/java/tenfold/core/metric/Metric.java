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
  ROC_AUC(true, "all rows are of one class, or are too many to be kept"),
  PR_AUC(true, "no row is of the positive class, or rows are too many to be kept");

  private final boolean larger;
  private final String absent;

  Metric(boolean larger, String absent) {
    this.larger = larger;
    this.absent = absent;
  }

  /** Its name in reports. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a larger value is the better one. */
  public boolean largerIsBetter() {
    return larger;
  }

  /** On which rows it is absent: the end of a sentence that begins with where. */
  public String absent() {
    return absent;
  }

  /** Returns the metric called {@code key}, written with - or _. */
  public static Optional<Metric> of(String key) {
    return Arrays.stream(values()).filter(m -> m.key().equals(key.replace('-', '_'))).findFirst();
  }
}
