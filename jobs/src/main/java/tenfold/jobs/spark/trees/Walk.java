package tenfold.jobs.spark.trees;

import java.util.Arrays;

/** One row on its way through the trees of a fit: what they say under each limit, tree by tree. */
final class Walk {

  private final Prefixes prefixes;
  private final int outputs;
  private final double[] sums;
  private int[] path = new int[1];

  Walk(Prefixes prefixes, int outputs) {
    this.prefixes = prefixes;
    this.outputs = outputs;
    sums = new double[prefixes.limits() * outputs];
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
    for (int g = 0; g < prefixes.minGains().size(); g++) {
      for (int r = 0; r < prefixes.minRows().size(); r++) {
        int end = voter.end(path, n, prefixes.minGains().get(g), prefixes.minRows().get(r));
        for (int d = 0; d < prefixes.maxDepths().size(); d++) {
          int node = path[Math.min(end, prefixes.maxDepths().get(d))];
          voter.add(node, sums, prefixes.limit(d, g, r) * outputs);
        }
      }
    }
  }

  /** What was said in sum: for each limit a number for each output. */
  double[] sums() {
    return sums;
  }
}
