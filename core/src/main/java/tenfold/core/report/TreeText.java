package tenfold.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenfold.core.report.TreeNode.AtMost;
import tenfold.core.report.TreeNode.Is;
import tenfold.core.report.TreeNode.Side;
import tenfold.core.report.TreeNode.Split;

/**
 * A small tree for people: a question a line, its answers below it.
 *
 * <pre>
 * weight &lt;= 9.6              10 rows, gain 0.61
 * ├─ yes: cat (4 of 4)
 * └─ no: ears is Pointy      6 rows, gain 0.191
 *    ├─ yes: cat (1 of 1)
 *    └─ no: dog (5 of 5)
 * </pre>
 */
final class TreeText {

  /** Larger trees are no longer read. */
  private static final int MOST = 31;

  private static final int GAP = 4;

  /** What is said of a node, and, where it is split, of the split. */
  private record Line(String text, String note) {}

  private final List<Line> lines = new ArrayList<>();

  private TreeText() {}

  /** Returns the lines of a tree that is small enough; nothing for one that is not. */
  static Optional<String> of(TreeNode root) {
    if (root.nodes() > MOST) {
      return Optional.empty();
    }
    TreeText text = new TreeText();
    text.add(root, "", "");
    return Optional.of(text.aligned());
  }

  /**
   * Adds a node and those below it.
   *
   * @param first what stands before its own line
   * @param next what stands before lines below it
   */
  private void add(TreeNode node, String first, String next) {
    if (node.split().isEmpty()) {
      lines.add(new Line(first + prediction(node), ""));
      return;
    }
    Split split = node.split().get();
    lines.add(
        new Line(
            first + question(split),
            "%s, gain %s".formatted(rows(node.rows()), Digits.brief(split.gain()))));
    boolean yesLeft = split.question() instanceof AtMost;
    add(yesLeft ? split.left() : split.right(), next + "├─ yes: ", next + "│  ");
    add(yesLeft ? split.right() : split.left(), next + "└─ no: ", next + "   ");
  }

  private static String question(Split split) {
    if (split.question() instanceof AtMost atMost) {
      boolean joins = atMost.gaps() && atMost.missing() == Side.LEFT; // else "no" says it all
      return split.feature()
          + " <= "
          + Digits.exact(atMost.threshold())
          + (joins ? " or missing" : "");
    }
    return split.feature() + " is " + ((Is) split.question()).level().orElse("missing");
  }

  /** The class that most rows have, the first among equals, or the mean. */
  private static String prediction(TreeNode node) {
    if (node.mean().isPresent()) {
      return "%s (%s)".formatted(Digits.of(node.mean().getAsDouble()), rows(node.rows()));
    }
    Map.Entry<String, Double> most = null;
    for (Map.Entry<String, Double> count : node.counts().entrySet()) {
      most = most == null || count.getValue() > most.getValue() ? count : most;
    }
    return "%s (%s of %s)"
        .formatted(most.getKey(), Digits.exact(most.getValue()), Digits.exact(node.rows()));
  }

  private static String rows(double rows) {
    return rows == 1 ? "1 row" : Digits.exact(rows) + " rows";
  }

  private String aligned() {
    int width =
        GAP
            + lines.stream()
                .filter(line -> !line.note().isEmpty())
                .mapToInt(line -> line.text().length())
                .max()
                .orElse(0);
    StringBuilder out = new StringBuilder();
    for (Line line : lines) {
      out.append(line.text());
      if (!line.note().isEmpty()) {
        out.append(" ".repeat(width - line.text().length())).append(line.note());
      }
      out.append('\n');
    }
    return out.toString();
  }
}
