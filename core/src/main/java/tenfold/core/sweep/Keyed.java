package tenfold.core.sweep;

import tenfold.core.data.Cases;

/**
 * A table and which row each of its rows is; the keys stay on the driver.
 *
 * @param <C> how the training part is held
 */
public final class Keyed<C extends Cases> {

  private final C table;
  private final long[] keys;
  private final long[] units;

  Keyed(C table, long[] keys, long[] units) {
    this.table = table;
    this.keys = keys;
    this.units = units;
  }

  /** The training part, rows in ascending order of their keys. */
  public C table() {
    return table;
  }

  /** The key of each row of the table. */
  public long[] keys() {
    return keys;
  }

  /**
   * Under leave-one-out and out of bag the units, ascending: rows of part {@code u} are of unit
   * {@code u}.
   */
  long[] units() {
    return units;
  }
}
