package tenfold.jobs.spark.trees;

import java.io.Serializable;
import tenfold.core.learn.forest.Draw;
import tenfold.core.learn.forest.ForestSettings;
import tenfold.core.learn.tree.Impurity;

/**
 * A point on the fitted axes: what one fit cannot answer for another.
 *
 * @param impurity how mixed a node is
 * @param bins most codes of a column of numbers
 * @param features how many features each node draws
 */
record Growth(Impurity impurity, int bins, Draw features) implements Serializable {

  /** Returns the growth that answers for these settings. */
  static Growth of(ForestSettings settings) {
    return new Growth(settings.tree().impurity(), settings.tree().bins(), settings.features());
  }

  /** A stable name, from which randomness has its address. */
  String name() {
    return "%s, bins %d, features %s".formatted(impurity.key(), bins, features);
  }
}
