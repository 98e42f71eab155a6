package tenfold.core.sweep;

import java.util.List;

/**
 * One dimension of a grid.
 *
 * @param key its configuration key
 * @param values what it takes, at least one
 * @param sharing whether one fit answers all its values or each must be fitted
 * @param why in a few words, for the plan
 */
public record Axis(String key, List<Object> values, Sharing sharing, String why) {

  public Axis {
    values = List.copyOf(values);
  }

  /** How the values of an axis are paid for. */
  public enum Sharing {
    /** One fit holds the exact answer for every value. */
    SHARED,
    /** Every value is fitted. */
    FITTED
  }
}
