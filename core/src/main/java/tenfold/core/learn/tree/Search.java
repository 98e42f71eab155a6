package tenfold.core.learn.tree;

import java.util.Arrays;
import tenfold.core.data.Column;
import tenfold.core.data.Table;

/** Finds the best split of a node. */
final class Search {

  private final NodeRows node;
  private final Scan scan;
  private final Histograms histograms;
  private final Column[] columns;
  private final int[] columnOf;
  private final double[] cells;
  private final int[] present = new int[256];
  private final long[] rank;
  private final long[] order;
  private final boolean[] drawn;

  Search(Table table, NodeRows node, Scan scan, Histograms histograms) {
    this.node = node;
    this.scan = scan;
    this.histograms = histograms;
    columns = table.columns().toArray(Column[]::new);
    cells = new double[(Column.CODES + 1) * node.width()];
    int features = Arrays.stream(columns).mapToInt(Column::features).sum();
    columnOf = new int[features];
    for (int c = 0; c < columns.length; c++) {
      Arrays.fill(columnOf, columns[c].first(), columns[c].first() + columns[c].features(), c);
    }
    rank = new long[features];
    order = new long[features];
    drawn = new boolean[features];
    Arrays.fill(drawn, true);
  }

  /** Looks through all columns, in a histogram of the node. */
  void all(double[] histogram, Split best) {
    for (int c = 0; c < columns.length; c++) {
      int at = histograms.at(c);
      int count = 0;
      for (int code = 0; code <= columns[c].codes(); code++) {
        if (scan.weight(histogram, at + code * node.width()) > 0) {
          present[count++] = code;
        }
      }
      look(c, histogram, at, count, best);
    }
  }

  /** Looks through all columns, counting one at a time. */
  void all(Source source, int[] rows, int from, int to, Split best) {
    for (int c = 0; c < columns.length; c++) {
      one(source, c, rows, from, to, best);
    }
  }

  /**
   * Looks through the features that the node draws, lowest first; if none of them splits it, goes
   * on drawing until one does.
   */
  void drawn(FeatureDraw draw, long path, Source source, int[] rows, int from, int to, Split best) {
    draw.ranks(path, rank);
    System.arraycopy(rank, 0, order, 0, rank.length);
    Arrays.sort(order);
    Arrays.fill(drawn, false);
    long last = order[draw.count() - 1];
    for (int f = 0; f < rank.length; f++) {
      drawn[f] = rank[f] <= last;
    }
    for (int f = 0; f < rank.length; f++) {
      if (drawn[f]) {
        int c = columnOf[f];
        one(source, c, rows, from, to, best);
        f = columns[c].first() + columns[c].features() - 1;
      }
    }
    for (int next = draw.count(); best.column < 0 && next < rank.length; next++) {
      Arrays.fill(drawn, false);
      for (int f = 0; f < rank.length; f++) {
        if (rank[f] == order[next]) {
          drawn[f] = true;
          one(source, columnOf[f], rows, from, to, best);
        }
      }
    }
    Arrays.fill(drawn, true); // as all() takes it, should the next tree draw nothing
  }

  private void one(Source source, int c, int[] rows, int from, int to, Split best) {
    int count = node.countPresent(source.codes(c), rows, from, to, cells, present);
    look(c, cells, 0, count, best);
    clear(count);
  }

  /** Empties the cells of the codes that are present: of few, one by one. */
  private void clear(int count) {
    int width = node.width();
    int last = present[count - 1];
    if (8 * count > last) {
      Arrays.fill(cells, 0, (last + 1) * width, 0);
      return;
    }
    for (int i = 0; i < count; i++) {
      int cell = present[i] * width;
      for (int k = 0; k < width; k++) {
        cells[cell + k] = 0;
      }
    }
  }

  private void look(int c, double[] in, int at, int count, Split best) {
    Column column = columns[c];
    if (count < 2) {
      return;
    }
    if (column instanceof Column.Numbers) {
      scan.numbers(in, at, column.codes(), present, count, node.total(), c, best);
      return;
    }
    for (int i = 0; i < count; i++) {
      if (present[i] < column.codes() && drawn[column.first() + present[i]]) {
        scan.level(in, at, present[i], node.total(), c, best);
      }
    }
  }
}
