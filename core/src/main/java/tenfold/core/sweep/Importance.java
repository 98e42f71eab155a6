package tenfold.core.sweep;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a column of the data means to a model.
 *
 * @param feature its name
 * @param measure of what the share is
 * @param share its share of what all splits gained; the shares of all columns sum to 1
 * @param permutation how much J grows when the column's values are dealt anew among rows that the
 *     model was not trained on; empty where there are none
 */
public record Importance(
    String feature, Measure measure, double share, OptionalDouble permutation) {

  /** What a split gains. */
  public enum Measure {
    /** The decrease of impurity, each weighted by its rows (Breiman's mean decrease). */
    IMPURITY,
    /** The decrease of the boosted loss as XGBoost reckons it. */
    GAIN;

    /** Its name in reports. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
