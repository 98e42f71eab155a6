package tenfold.core.learn.tree;

import java.util.List;
import tenfold.core.seed.Hash;
import tenfold.core.seed.Seed;

/**
 * Which features a node may be split by: an order of all features for every node, drawn by hash of
 * the tree's seed, the way to the node and the feature's name. What else is in the table, and which
 * node is grown first, changes nothing.
 */
public final class FeatureDraw {

  private final int count;
  private final Seed seed;
  private final long[] name;

  /**
   * A draw.
   *
   * @param count features that a node draws
   * @param seed the tree's
   * @param features names of all features
   */
  public FeatureDraw(int count, Seed seed, List<String> features) {
    this(count, seed, features.stream().mapToLong(Hash::of).toArray());
  }

  private FeatureDraw(int count, Seed seed, long[] name) {
    this.count = count;
    this.seed = seed;
    this.name = name;
  }

  /** Returns the same draw for another tree. */
  public FeatureDraw of(Seed tree) {
    return new FeatureDraw(count, tree, name);
  }

  /** Number of features that a node draws at first. */
  int count() {
    return count;
  }

  /** Number of features. */
  int features() {
    return name.length;
  }

  /** The way to the left child of the node that {@code path} leads to. */
  static long left(long path) {
    return Hash.of(path, 0);
  }

  /** The way to the right child. */
  static long right(long path) {
    return Hash.of(path, 1);
  }

  /** Fills in the rank of every feature at a node: low ranks are drawn first. */
  void ranks(long path, long[] rank) {
    Seed node = seed.child("node", path);
    for (int f = 0; f < rank.length; f++) {
      rank[f] = node.bits(name[f]);
    }
  }
}
