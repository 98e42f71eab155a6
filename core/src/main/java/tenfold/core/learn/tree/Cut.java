package tenfold.core.learn.tree;

import tenfold.core.data.Column;

/**
 * Where a split parts the codes of a column, and what is written down for it.
 *
 * @param code last code that goes left; of a name, the code that goes right
 * @param threshold greatest number that goes left; of a name, the index of the level
 */
record Cut(int code, double threshold) {

  /**
   * Returns the cut of a split.
   *
   * <p>Of numbers it is the mid-point of the nearest values that the node has, at the resolution of
   * the codes. Codes in between, which only other rows have, go to the side of it on which they
   * are; one that would be torn goes left whole, so that codes and numbers always agree.
   *
   * @param level index of the column's first level among those of its name
   */
  static Cut of(Column column, Split split, int level) {
    if (!(column instanceof Column.Numbers numbers)) {
      return new Cut(split.code, (double) level + split.code);
    }
    double mid = between(numbers.high(split.code), numbers.low(split.next));
    int code = split.code;
    while (code + 1 < split.next && numbers.low(code + 1) <= mid) {
      code++;
    }
    boolean torn = numbers.high(code) > mid;
    return new Cut(code, torn ? between(numbers.high(code), numbers.low(code + 1)) : mid);
  }

  /** The mid-point of two numbers, at least {@code a} and less than {@code b}. */
  private static double between(double a, double b) {
    double mid = a / 2 + b / 2;
    return mid >= a && mid < b ? mid : a;
  }
}
