package tenfold.core.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A node of a tree that people read, with all below it that is shown.
 *
 * @param nodes nodes of the tree from this one down, shown or not
 * @param rows weight of the training rows that came here
 * @param counts weight of each class among them, in the order of the classes; empty for numbers
 * @param mean of the targets; absent for classes
 * @param split how it goes on; absent at a leaf, and where no more is shown
 */
public record TreeNode(
    int nodes,
    double rows,
    Map<String, Double> counts,
    OptionalDouble mean,
    Optional<Split> split) {

  public TreeNode {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }

  /**
   * A split.
   *
   * @param feature the column that is asked
   * @param question what is asked of it
   * @param gain what it gained, in units of the impurity
   * @param left where rows go at most the threshold, or without the level
   * @param right where the others go
   */
  public record Split(
      String feature, Question question, double gain, TreeNode left, TreeNode right) {}

  /** What a split asks. */
  public sealed interface Question {}

  /**
   * Whether a number is at most so much; yes goes left.
   *
   * @param missing where a row without the number goes
   * @param gaps whether the training part has such rows
   */
  public record AtMost(double threshold, Side missing, boolean gaps) implements Question {}

  /** Whether a name is this level, or missing where there is none; yes goes right. */
  public record Is(Optional<String> level) implements Question {}

  /** A child of a node. */
  public enum Side {
    LEFT,
    RIGHT
  }
}
