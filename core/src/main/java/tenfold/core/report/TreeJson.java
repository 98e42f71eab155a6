package tenfold.core.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import tenfold.core.report.TreeNode.AtMost;
import tenfold.core.report.TreeNode.Is;
import tenfold.core.report.TreeNode.Split;

/** A tree as JSON: a node is an object, its children are objects in it. */
final class TreeJson {

  private TreeJson() {}

  /** Returns the whole tree, with its size. */
  static ObjectNode of(TreeNode root) {
    return node(root).put("nodes", root.nodes());
  }

  private static ObjectNode node(TreeNode node) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    node.split().ifPresent(split -> describe(out, split));
    out.put("rows", node.rows());
    if (!node.counts().isEmpty()) {
      node.counts().forEach(out.putObject("counts")::put);
    }
    node.mean().ifPresent(mean -> out.put("mean", mean));
    if (node.split().isPresent()) {
      out.set("left", node(node.split().get().left()));
      out.set("right", node(node.split().get().right()));
    } else if (node.nodes() > 1) {
      out.put("nodes", node.nodes());
    }
    return out;
  }

  private static void describe(ObjectNode out, Split split) {
    out.put("feature", split.feature());
    if (split.question() instanceof AtMost atMost) {
      out.put("threshold", atMost.threshold());
      out.put("missing", atMost.missing().name().toLowerCase(Locale.ROOT));
    } else if (split.question() instanceof Is is) {
      out.put("level", is.level().orElse(null)); // null: the name is missing
    }
    out.put("gain", split.gain());
  }
}
