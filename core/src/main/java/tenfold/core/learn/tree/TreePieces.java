package tenfold.core.learn.tree;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tenfold.core.data.Table;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Fits;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.Packing;
import tenfold.core.sweep.Repeatable;

/**
 * Trees of one table: a group for each impurity and cut, cut by cut, each of one tree grown to the
 * loosest limits and scored at all of them.
 *
 * @param bins of the table
 * @param impurities to grow by
 * @param loosest what trees are grown to
 * @param prefixes the limits that are swept
 * @param cutting who trains and who is held out
 * @param keep whether the trees of the first repeat are kept
 */
record TreePieces(
    int bins,
    List<Impurity> impurities,
    Limits loosest,
    Prefixes prefixes,
    Cutting cutting,
    Keep keep)
    implements Fits<Table, TreeFold>, Repeatable<TreeFold> {

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
  public String name(Packing.Run run) {
    int cut = run.group() % cutting.count();
    return "%s · tree · %s"
        .formatted(cutting.label(cut), impurities.get(run.group() / cutting.count()).key());
  }

  @Override
  public int groups() {
    return impurities.size() * cutting.count();
  }

  /** Which group an impurity's cut is. */
  int group(Impurity impurity, int cut) {
    return impurities.indexOf(impurity) * cutting.count() + cut;
  }

  /** All that a tree depends on. */
  private record Address(
      int bins, Impurity impurity, Limits loosest, Prefixes prefixes, Cutting.Cut cut, Keep keep) {}

  @Override
  public Record address(int group) {
    int cut = group % cutting.count();
    Impurity impurity = impurities.get(group / cutting.count());
    return new Address(bins, impurity, loosest, prefixes, cutting.name(cut), keep);
  }

  @Override
  public Class<TreeFold> kind() {
    return TreeFold.class;
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
    PrefixScores scores = new PrefixScores(table, grown, prefixes);
    return IntStream.range(0, prefixes.count())
        .mapToObj(
            p ->
                new FoldResult(
                    cutting.repeat(cut), cutting.fold(cut), scores.jTrain(p), scores.held(p)))
        .toList();
  }
}
