package tenfold.core.learn.tree;

import tenfold.core.data.Column;

/** Parts the rows of a node in two, keeping their order. */
final class Parting {

  private final int[] buffer;

  Parting(int rows) {
    buffer = new int[rows];
  }

  /** What becomes of a row by its code. */
  record Rule(Column column, int cut, boolean missingLeft) {

    /** Fills in for every code whether it goes left. */
    void fill(boolean[] goesLeft) {
      for (int code = 0; code < goesLeft.length; code++) {
        goesLeft[code] =
            column instanceof Column.Levels
                ? code != cut
                : code == column.none() ? missingLeft : code <= cut;
      }
    }
  }

  /** Moves the rows that go left before the others; returns where the others begin. */
  int part(int[] rows, int from, int to, byte[] codes, boolean[] goesLeft) {
    int left = from;
    int right = 0;
    for (int i = from; i < to; i++) {
      int row = rows[i];
      if (goesLeft[codes[row] & 0xFF]) {
        rows[left++] = row;
      } else {
        buffer[right++] = row;
      }
    }
    System.arraycopy(buffer, 0, rows, left, right);
    return left;
  }
}
