package tenfold.core.learn.boost;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What XGBoost's file says of a booster of trees.
 *
 * @param features that it takes
 * @param scores where it begins, an answer for each output: what it answers without a tree
 * @param trees round by round, in each a tree for each output
 */
record BoosterFile(int features, List<Float> scores, List<Tree> trees) {

  /**
   * One tree: for each node its children, of which a leaf has -1; the feature that it splits and
   * what goes left, or else the leaf's value; and whether what is missing goes left.
   */
  record Tree(
      IntBuffer left, IntBuffer right, IntBuffer feature, FloatBuffer below, ByteBuffer missing) {

    /** Returns the tree of a node of the file. */
    static Tree of(Map<?, ?> tree) {
      return new Tree(
          bytes(tree, "left_children").asIntBuffer(),
          bytes(tree, "right_children").asIntBuffer(),
          bytes(tree, "split_indices").asIntBuffer(),
          bytes(tree, "split_conditions").asFloatBuffer(),
          bytes(tree, "default_left"));
    }

    private static ByteBuffer bytes(Map<?, ?> tree, String key) {
      return (ByteBuffer) tree.get(key);
    }

    /** Number of nodes, also of those that no split leads to. */
    int nodes() {
      return left.limit();
    }

    /** Whether a node has no children. */
    boolean leaf(int node) {
      return left.get(node) < 0;
    }
  }

  /** Reads a file that XGBoost wrote; it is not copied and must not change. */
  static BoosterFile read(byte[] file) {
    Map<?, ?> learner = at(Ubj.read(file), "learner");
    Map<?, ?> params = at(learner, "learner_model_param");
    List<Tree> trees = new ArrayList<>();
    for (Object tree : (List<?>) at(at(learner, "gradient_booster"), "model").get("trees")) {
      trees.add(Tree.of((Map<?, ?>) tree));
    }
    return new BoosterFile(
        Integer.parseInt((String) params.get("num_feature")),
        floats((String) params.get("base_score")),
        trees);
  }

  private static Map<?, ?> at(Map<?, ?> object, String key) {
    return (Map<?, ?>) object.get(key);
  }

  /** Reads a list of numbers in brackets. */
  private static List<Float> floats(String list) {
    return Pattern.compile(",")
        .splitAsStream(list.substring(1, list.length() - 1))
        .map(Float::valueOf)
        .toList();
  }
}
