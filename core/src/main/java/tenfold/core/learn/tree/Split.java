package tenfold.core.learn.tree;

/**
 * The best split of a node found so far; one object is used again for every node.
 *
 * <p>Scores are compared with a tolerance: what was found first stays unless the next is better by
 * more than rounding, so that of equal splits the lowest feature and the lowest threshold win.
 */
final class Split {

  /** Column of the table; -1 while there is none. */
  int column;

  /** Last code that goes left, or the level that goes right. */
  int code;

  /** The next code that the node has after {@link #code}. */
  int next;

  /** Where missing numbers go; decided by the gain where the node has any. */
  Missing missing;

  /** Sum over both children of weight times impurity, negated: larger is better. */
  double score;

  /** Weight of the rows that go left, those without a value apart. */
  double leftWeight;

  private double tolerance;

  /** What the node tells of where missing numbers go. */
  enum Missing {
    UNSEEN,
    LEFT,
    RIGHT
  }

  /** Forgets what was found; a split must score more than {@code score} by {@code tolerance}. */
  void clear(double parent, double slack) {
    column = -1;
    score = parent;
    tolerance = slack;
  }

  /** Whether a split of this score is better than all before. */
  boolean improves(double candidate) {
    return candidate > score + tolerance;
  }

  void take(int its, int from, int to, Missing side, double weight, double candidate) {
    column = its;
    leftWeight = weight;
    code = from;
    next = to;
    missing = side;
    score = candidate;
  }
}
