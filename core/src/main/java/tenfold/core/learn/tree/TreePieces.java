package tenfold.core.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tenfold.core.data.Table;
import tenfold.core.metric.Confusion;
import tenfold.core.metric.RegressionScore;
import tenfold.core.metric.Score;
import tenfold.core.sweep.Fits;
import tenfold.core.sweep.FoldResult;

/**
 * Trees of one table: a group for each impurity and cut, cut by cut, each of one tree grown to the
 * loosest limits and scored at all of them.
 *
 * @param impurities to grow by
 * @param loosest what trees are grown to
 * @param prefixes the limits that are swept
 * @param cutting who trains and who is held out
 * @param keep whether the trees of the first repeat are kept
 */
record TreePieces(
    List<Impurity> impurities, Limits loosest, Prefixes prefixes, Cutting cutting, Keep keep)
    implements Fits<TreeFold> {

  /** What is kept beside scores. */
  enum Keep {
    NOTHING,
    TREES
  }

  @Override
  public String label() {
    return "tree: growing";
  }

  @Override
  public int groups() {
    return impurities.size() * cutting.count();
  }

  /** Which group an impurity's cut is. */
  int group(Impurity impurity, int cut) {
    return impurities.indexOf(impurity) * cutting.count() + cut;
  }

  @Override
  public double cost(int group) {
    return 1;
  }

  @Override
  public TreeFold fit(Table table, int group) {
    int cut = group % cutting.count();
    Grown grown = grow(table, group);
    List<FoldResult> results = grown.riders().length == 0 ? List.of() : results(table, cut, grown);
    boolean kept = keep == Keep.TREES && cutting.repeat(cut) == 0;
    return new TreeFold(results, kept ? grown.tree() : null);
  }

  /** Grows the tree of a group; its riders are the rows held out. */
  Grown grow(Table table, int group) {
    int cut = group % cutting.count();
    Grower grower = new Grower(table, impurities.get(group / cutting.count()), loosest);
    int[] rows = cutting.training(table, cut);
    return grower.grow(rows, Optional.empty(), cutting.held(table, cut), Optional.empty());
  }

  private List<FoldResult> results(Table table, int cut, Grown grown) {
    List<List<Prefixes.Ends>> ends = new ArrayList<>();
    for (int node = 0; node < grown.tree().nodes(); node++) {
      ends.add(new ArrayList<>(1));
    }
    prefixes.walk(grown.tree(), (node, some) -> ends.get(node).add(some));
    double[] cost = new double[prefixes.count()];
    Score[] held = new Score[prefixes.count()];
    int classes = table.classes().size();
    Arrays.setAll(held, i -> classes == 0 ? new RegressionScore() : new Confusion(classes));
    NodeScores nodes = new NodeScores(table, grown);
    for (int node = nodes.next(); node >= 0; node = nodes.next()) {
      if (ends.get(node).isEmpty()) {
        continue;
      }
      double its = nodes.cost();
      for (Prefixes.Ends some : ends.get(node)) {
        for (int i = some.from(); i < some.to(); i++) {
          cost[i] += its;
          nodes.addHeld(held[i]);
        }
      }
    }
    List<FoldResult> out = new ArrayList<>();
    for (int i = 0; i < cost.length; i++) {
      double jTrain = cost[i] / grown.tree().rows(0);
      out.add(new FoldResult(cutting.repeat(cut), cutting.fold(cut), jTrain, held[i]));
    }
    return out;
  }
}
