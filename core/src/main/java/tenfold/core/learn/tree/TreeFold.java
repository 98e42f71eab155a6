package tenfold.core.learn.tree;

import java.io.Serializable;
import java.util.List;
import tenfold.core.sweep.FoldResult;

/**
 * What growing one tree told.
 *
 * @param results one for each combination of limits; none where nothing was held out
 * @param tree grown to the loosest limits; null where it is not kept
 */
record TreeFold(List<FoldResult> results, Tree tree) implements Serializable {

  TreeFold {
    results = List.copyOf(results);
  }
}
