package tenfold.core.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole training part, compactly, as every executor holds it for independent fits: features as
 * bytes in columns, rows in the order of their keys, whatever the order and partitioning in which
 * they were read.
 *
 * <p>Size: {@code rows * (columns + 8 + 4 * repeats)} bytes for a regression, {@code rows *
 * (columns + 4 + 4 * repeats)} for a classification, and 8 more a row where rows have weights.
 * Arrays are shared, not copied; nobody but the builder writes.
 */
public final class Table implements Serializable {

  private static final long serialVersionUID = 1;

  private final List<Column> columns;
  private final List<String> classes;
  private final byte[][] codes;
  private final double[] target;
  private final int[] label;
  private final double[] weight;
  private final int[][] part;

  /**
   * A table.
   *
   * @param columns what the codes mean
   * @param classes names of the classes in order; empty for a regression
   * @param codes for each column a byte for each row
   * @param target regression: a number for each row, less the problem's shift; else null
   * @param label classification: the class of each row; else null
   * @param weight of each row; null where every row counts once
   * @param part for each repeat the part of each row: a fold, or {@code Folds.NEVER}
   */
  public Table(
      List<Column> columns,
      List<String> classes,
      byte[][] codes,
      double[] target,
      int[] label,
      double[] weight,
      int[][] part) {
    this.columns = List.copyOf(columns);
    this.classes = List.copyOf(classes);
    this.codes = codes;
    this.target = target;
    this.label = label;
    this.weight = weight;
    this.part = part;
  }

  /** Number of rows. */
  public int rows() {
    return part[0].length;
  }

  /** What the codes of each column mean. */
  public List<Column> columns() {
    return columns;
  }

  /**
   * Names of the features in their order: numbers by their column, levels as {@code name=level}.
   */
  public List<String> features() {
    List<String> out = new ArrayList<>();
    for (Column column : columns) {
      if (column instanceof Column.Levels levels) {
        out.addAll(levels.labels());
      } else {
        out.add(column.name());
      }
    }
    return out;
  }

  /** The classes in order; empty for a regression. */
  public List<String> classes() {
    return classes;
  }

  /** Codes of column {@code c}, a byte for each row; read them unsigned. */
  public byte[] codes(int c) {
    return codes[c];
  }

  /** Regression: the numbers to predict, less the problem's shift. */
  public double[] target() {
    return target;
  }

  /** Classification: the class of each row. */
  public int[] label() {
    return label;
  }

  /** Whether rows have weights of their own. */
  public boolean weighted() {
    return weight != null;
  }

  /** Weight of row {@code i}: 1 unless the data name a column of weights. */
  public double weight(int i) {
    return weight == null ? 1 : weight[i];
  }

  /**
   * The part of each row in a repeat: a fold, or {@code Folds.NEVER}. Under leave-one-out and out
   * of bag: the number of the unit, from 0, that leaves together.
   */
  public int[] part(int repeat) {
    return part[repeat];
  }
}
