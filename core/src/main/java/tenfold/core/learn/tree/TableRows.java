package tenfold.core.learn.tree;

import java.util.List;
import tenfold.core.data.Column;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.Table;

/** Leads rows of a coded table through trees that split the inputs which the table codes. */
public final class TableRows {

  private final Table table;
  private final Inputs inputs;
  private final int[] first;

  /** The rows of a table, whose columns are made of these inputs in their order. */
  public TableRows(Table table, Inputs inputs) {
    this.table = table;
    this.inputs = inputs;
    List<Column> columns = table.columns();
    first = new int[inputs.columns().size() + 1];
    int input = 0;
    for (int c = 1; c < columns.size(); c++) {
      if (!columns.get(c).name().equals(columns.get(c - 1).name())) {
        first[++input] = c;
      }
    }
    first[first.length - 1] = columns.size();
  }

  /** Value of an input in a row: a number, NaN where missing, or the index of a level or -1. */
  double value(int input, int row) {
    int before = 0;
    for (int c = first[input]; c < first[input + 1]; c++) {
      Column column = table.columns().get(c);
      int code = table.codes(c)[row] & 0xFF;
      if (column instanceof Column.Numbers numbers) {
        return code == column.none() ? Double.NaN : numbers.low(code);
      }
      if (code < column.codes()) {
        return before + code;
      }
      before += column.codes();
    }
    return -1;
  }

  /** Returns the leaf of the tree to which a row comes. */
  public int leaf(Tree tree, int row) {
    return leaf(tree, row, -1, row);
  }

  /** Returns the leaf to which a row comes if it takes one input from another row. */
  int leaf(Tree tree, int row, int input, int other) {
    int node = 0;
    while (!tree.leaf(node)) {
      int column = tree.column(node);
      double value = value(column, column == input ? other : row);
      Kind kind = inputs.columns().get(column).kind();
      node = tree.goesLeft(node, value, kind) ? tree.left(node) : tree.right(node);
    }
    return node;
  }
}
