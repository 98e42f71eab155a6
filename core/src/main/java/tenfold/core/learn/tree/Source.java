package tenfold.core.learn.tree;

import tenfold.core.data.Table;

/**
 * Where a node's rows are looked up: the whole table, or a copy of the few rows of a small subtree,
 * which then stay in a near cache however the rows are scattered over the table.
 */
final class Source {

  private final byte[][] codes;
  private final int[] label;
  private final double[] target;
  private final double[] weight;

  private Source(byte[][] codes, int[] label, double[] target, double[] weight) {
    this.codes = codes;
    this.label = label;
    this.target = target;
    this.weight = weight;
  }

  /**
   * Returns the table as a source.
   *
   * @param times how often each row was drawn; null: each once
   */
  static Source of(Table table, double[] times) {
    byte[][] codes = new byte[table.columns().size()][];
    for (int c = 0; c < codes.length; c++) {
      codes[c] = table.codes(c);
    }
    double[] weight = times;
    if (table.weighted()) {
      weight = new double[table.rows()];
      for (int i = 0; i < weight.length; i++) {
        weight[i] = table.weight(i) * (times == null ? 1 : times[i]);
      }
    }
    return new Source(codes, table.label(), table.target(), weight);
  }

  /** Returns a source of the same columns with places for {@code rows} rows. */
  Source buffer(int rows) {
    return new Source(
        new byte[codes.length][rows],
        label == null ? null : new int[rows],
        target == null ? null : new double[rows],
        weight == null ? null : new double[rows]);
  }

  /** Copies the rows of {@code from} into this source's first places. */
  void fill(Source from, int[] rows, int begin, int end) {
    for (int c = 0; c < codes.length; c++) {
      byte[] in = from.codes[c];
      byte[] out = codes[c];
      for (int i = begin; i < end; i++) {
        out[i - begin] = in[rows[i]];
      }
    }
    for (int i = begin; i < end; i++) {
      if (label != null) {
        label[i - begin] = from.label[rows[i]];
      } else {
        target[i - begin] = from.target[rows[i]];
      }
      if (weight != null) {
        weight[i - begin] = from.weight[rows[i]];
      }
    }
  }

  /** Codes of a column, a byte for each row. */
  byte[] codes(int c) {
    return codes[c];
  }

  /** Class of each row; null for a regression. */
  int[] label() {
    return label;
  }

  /** Target of each row of a regression. */
  double[] target() {
    return target;
  }

  /** Weight of each row; null where every row weighs 1. */
  double[] weight() {
    return weight;
  }
}
