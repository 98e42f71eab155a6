package tenfold.core.sweep;

import tenfold.core.data.Table;

/** A table and which row each of its rows is; the keys stay on the driver. */
public final class Keyed {

  private final Table table;
  private final long[] keys;
  private final long[] units;

  Keyed(Table table, long[] keys, long[] units) {
    this.table = table;
    this.keys = keys;
    this.units = units;
  }

  /** The training part, rows in ascending order of their keys. */
  public Table table() {
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
