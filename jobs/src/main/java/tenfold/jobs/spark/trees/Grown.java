package tenfold.jobs.spark.trees;

import java.util.List;
import tenfold.core.learn.forest.ForestSettings;
import tenfold.core.learn.tree.Tree;

/**
 * What one fit came to.
 *
 * @param growth the point on the fitted axes
 * @param cut what it was trained on
 * @param scale of the votes of its trees
 * @param trees grown to the loosest limits, in their order
 */
record Grown(Growth growth, Cut cut, double scale, List<Tree> trees) {

  Grown {
    trees = List.copyOf(trees);
  }

  /** Returns the trees that these settings ask for, each cut to their limits. */
  Grown cutTo(ForestSettings settings) {
    List<Tree> kept =
        trees.subList(0, settings.trees()).stream()
            .map(tree -> tree.prune(settings.tree().limits()))
            .toList();
    return new Grown(growth, cut, scale, kept);
  }

  /** Bytes of the trees, about. */
  long bytes() {
    return trees.stream().mapToLong(t -> Voter.bytes(t.nodes(), t.outputs())).sum();
  }
}
