package tenfold.core.learn.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenfold.core.data.Table;
import tenfold.core.learn.tree.Grown;
import tenfold.core.learn.tree.Prefixes;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.Keep;
import tenfold.core.sweep.Packing;
import tenfold.core.sweep.Pieces;
import tenfold.core.sweep.Repeatable;

/**
 * Forests of one table: a group for each way to grow and each cut, cut by cut; a piece is a tree.
 *
 * @param bins of the table
 * @param foresters the ways to grow
 * @param trees the numbers of trees swept, ascending
 * @param prefixes the limits that are swept
 * @param features of the table
 * @param cutting who trains and who is held out
 * @param scoring by what rows are tested
 * @param keep whether predictions of the rows held out are kept
 */
record ForestPieces(
    int bins,
    List<Forester> foresters,
    List<Integer> trees,
    Prefixes prefixes,
    int features,
    Cutting cutting,
    Ballot.Asked scoring,
    Keep keep)
    implements Pieces<Table, Ballot, ForestFold>, Repeatable<ForestFold> {

  @Override
  public String label() {
    return "forest: growing trees";
  }

  @Override
  public String name(Packing.Run run) {
    return "%s · forest · trees %s"
        .formatted(cutting.label(run.group() % cutting.count()), run.range());
  }

  @Override
  public int groups() {
    return foresters.size() * cutting.count();
  }

  /** Which group a forester's cut is. */
  int group(Forester forester, int cut) {
    return foresters.indexOf(forester) * cutting.count() + cut;
  }

  /** Which of a fold's results are those of so many trees cut to a combination of limits. */
  int index(int number, int prefix) {
    return trees.indexOf(number) * prefixes.count() + prefix;
  }

  @Override
  public int pieces(int group) {
    return trees.get(trees.size() - 1);
  }

  /** All that a forest depends on. */
  private record Address(
      int bins,
      Forester forester,
      List<Integer> trees,
      Prefixes prefixes,
      Cutting.Cut cut,
      Ballot.Asked scoring,
      Keep keep) {}

  @Override
  public Record address(int group) {
    int cut = group % cutting.count();
    Forester forester = foresters.get(group / cutting.count());
    return new Address(bins, forester, trees, prefixes, cutting.name(cut), scoring, keep);
  }

  @Override
  public Class<ForestFold> kind() {
    return ForestFold.class;
  }

  /** By the features that a node looks at. */
  @Override
  public double cost(int group) {
    return foresters.get(group / cutting.count()).looksAt(features);
  }

  @Override
  public Ballot zero(Table table, int group) {
    int outputs = Math.max(1, table.classes().size());
    double scale = Forester.voteScale(table, cutting, group % cutting.count());
    return new Ballot(trees.size(), prefixes.count(), table.rows(), outputs, scoring, scale);
  }

  @Override
  public void add(Ballot into, Table table, int group, int piece) {
    Forester forester = foresters.get(group / cutting.count());
    int at = Arrays.binarySearch(trees.stream().mapToInt(t -> t).toArray(), piece + 1);
    int stretch = at < 0 ? -at - 1 : at;
    Grown grown = forester.grow(table, cutting, group % cutting.count(), piece);
    into.add(stretch, grown, prefixes, left(table, grown));
  }

  /**
   * Which rows a tree has not seen. Under out-of-bag a table's parts are its units: a row whose
   * copy was drawn has been seen too.
   */
  private boolean[] left(Table table, Grown grown) {
    boolean[] left = new boolean[table.rows()];
    if (scoring == Ballot.Asked.OUT_OF_BAG) {
      int[] unit = table.part(0);
      boolean[] seen = new boolean[table.rows()];
      for (int row : grown.rows()) {
        seen[unit[row]] = true;
      }
      for (int i = 0; i < left.length; i++) {
        left[i] = !seen[unit[i]];
      }
    }
    return left;
  }

  @Override
  public Ballot merge(Ballot into, Ballot from) {
    into.merge(from);
    return into;
  }

  @Override
  public ForestFold finish(Table table, int group, Ballot all) {
    int cut = group % cutting.count();
    all.accumulate();
    List<FoldResult> results = new ArrayList<>();
    List<double[]> predictions = new ArrayList<>();
    for (int s = 0; s < trees.size(); s++) {
      for (int p = 0; p < prefixes.count(); p++) {
        Counted counted =
            scoring == Ballot.Asked.OUT_OF_BAG
                ? Counted.outOfBag(table, all.outOfBag(s, p), all.voters(s), all.scale())
                : Counted.heldOut(table, cutting, cut, all.all(s, p), trees.get(s), all.scale());
        double jTrain =
            Counted.training(table, cutting, cut, all.all(s, p), trees.get(s), all.scale());
        results.add(
            new FoldResult(cutting.repeat(cut), cutting.fold(cut), jTrain, counted.score()));
        if (keep == Keep.PREDICTIONS && cutting.repeat(cut) == 0) {
          predictions.add(counted.predictions());
        }
      }
    }
    return new ForestFold(results, predictions);
  }
}
