package tenfold.jobs.spark.trees;

import java.util.Arrays;
import tenfold.core.learn.tree.Prefixes;

/** One row on its way through the trees of a fit: what they say under each limit, tree by tree. */
final class Walk {

  private final Prefixes limits;
  private final int outputs;
  private final double[] sums;
  private int[] path = new int[1];

  Walk(Prefixes limits, int outputs) {
    this.limits = limits;
    this.outputs = outputs;
    sums = new double[limits.count() * outputs];
  }

  /** Forgets the trees that were heard. */
  void begin() {
    Arrays.fill(sums, 0);
  }

  /** Makes room for trees of this depth. */
  void depth(int depth) {
    path = depth < path.length ? path : new int[depth + 1];
  }

  /** Hears what one more tree says of row {@code i}. */
  void hear(Voter voter, double[][] columns, int i) {
    int n = voter.path(columns, i, path);
    int at = 0;
    for (double gain : limits.gains()) {
      for (int rows : limits.rows()) {
        int end = voter.end(path, n, gain, rows);
        for (int depth : limits.depths()) {
          voter.add(path[Math.min(end, depth)], sums, at);
          at += outputs;
        }
      }
    }
  }

  /** What was said in sum: for each limit a number for each output. */
  double[] sums() {
    return sums;
  }
}
