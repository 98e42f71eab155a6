package tenfold.core.learn.tree;

/**
 * A grown tree with the rows that came to each of its nodes: those that grew it, and riders, which
 * were only led through it. A node's rows stand side by side: a leaf's in the order of the table,
 * an inner node's leaf by leaf.
 */
public final class Grown {

  private final Tree tree;
  private final int[] spans;
  private final int[] rows;
  private final int[] riders;

  Grown(Tree tree, int[] spans, int[] rows, int[] riders) {
    this.tree = tree;
    this.spans = spans;
    this.rows = rows;
    this.riders = riders;
  }

  /** The tree. */
  public Tree tree() {
    return tree;
  }

  /** Rows of the table that grew the tree; a node has those from {@link #from} to {@link #to}. */
  public int[] rows() {
    return rows;
  }

  /** Rows that were led through it; a node has those from riderFrom to riderTo. */
  public int[] riders() {
    return riders;
  }

  /** Where the node's rows begin. */
  public int from(int node) {
    return spans[4 * node];
  }

  /** Where the node's rows end. */
  public int to(int node) {
    return spans[4 * node + 1];
  }

  /** Where the node's riders begin. */
  public int riderFrom(int node) {
    return spans[4 * node + 2];
  }

  /** Where the node's riders end. */
  public int riderTo(int node) {
    return spans[4 * node + 3];
  }
}
