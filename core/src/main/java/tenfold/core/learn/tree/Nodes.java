package tenfold.core.learn.tree;

import java.util.Arrays;

/** A tree as it grows: one entry for each node, in arrays that grow with it. */
final class Nodes {

  private final int outputs;
  private int n;
  private int[] column = new int[64];
  private double[] threshold = new double[64];
  private boolean[] missingLeft = new boolean[64];
  private int[] left = new int[64];
  private double[] gain = new double[64];
  private double[] rows = new double[64];
  private double[] values;
  private int[] span = new int[64 * 4];

  Nodes(int outputs) {
    this.outputs = outputs;
    values = new double[64 * outputs];
  }

  /** Adds leaves; returns the first of them. */
  int add(int count) {
    int first = n;
    n += count;
    if (n > column.length) {
      int size = 2 * column.length;
      column = Arrays.copyOf(column, size);
      threshold = Arrays.copyOf(threshold, size);
      missingLeft = Arrays.copyOf(missingLeft, size);
      left = Arrays.copyOf(left, size);
      gain = Arrays.copyOf(gain, size);
      rows = Arrays.copyOf(rows, size);
      values = Arrays.copyOf(values, Math.multiplyExact(size, outputs));
      span = Arrays.copyOf(span, size * 4);
    }
    Arrays.fill(column, first, n, -1);
    return first;
  }

  /** Says which stretch of the rows, and which of the riders, came to the node. */
  void span(int node, int from, int to, int riderFrom, int riderTo) {
    span[4 * node] = from;
    span[4 * node + 1] = to;
    span[4 * node + 2] = riderFrom;
    span[4 * node + 3] = riderTo;
  }

  void rows(int node, double weight) {
    rows[node] = weight;
  }

  void value(int node, int c, double value) {
    values[node * outputs + c] = value;
  }

  void split(int node, int its, double at, boolean missing, double gained, int child) {
    column[node] = its;
    threshold[node] = at;
    missingLeft[node] = missing;
    gain[node] = gained;
    left[node] = child;
  }

  Tree tree() {
    return new Tree(
        outputs,
        Arrays.copyOf(column, n),
        Arrays.copyOf(threshold, n),
        Arrays.copyOf(missingLeft, n),
        Arrays.copyOf(left, n),
        Arrays.copyOf(gain, n),
        Arrays.copyOf(rows, n),
        Arrays.copyOf(values, n * outputs));
  }

  int[] spans() {
    return Arrays.copyOf(span, 4 * n);
  }
}
