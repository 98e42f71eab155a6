package tenfold.core.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The training part, compactly: features as bytes in columns.
 *
 * <p>Size: {@code rows * (columns + 8 + 4 * repeats)} bytes for a regression, {@code rows *
 * (columns + 4 + 4 * repeats)} for a classification, and 8 more a row where rows have weights.
 * Arrays are shared, not copied; nobody but the builder writes.
 */
public final class Table implements Cases {

  private static final long serialVersionUID = 1;

  private final List<Column> columns;
  private final byte[][] codes;
  private final Facts facts;

  /**
   * A table.
   *
   * @param columns what the codes mean
   * @param codes for each column a byte for each row
   * @param facts of the rows
   */
  public Table(List<Column> columns, byte[][] codes, Facts facts) {
    this.columns = List.copyOf(columns);
    this.codes = codes;
    this.facts = facts;
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

  /** Codes of column {@code c}, a byte for each row; read them unsigned. */
  public byte[] codes(int c) {
    return codes[c];
  }

  @Override
  public Facts facts() {
    return facts;
  }
}
