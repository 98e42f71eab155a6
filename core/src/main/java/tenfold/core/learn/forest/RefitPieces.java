package tenfold.core.learn.forest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenfold.core.data.Inputs;
import tenfold.core.data.Table;
import tenfold.core.learn.tree.Contribution;
import tenfold.core.learn.tree.Grown;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Packing;
import tenfold.core.sweep.Pieces;
import tenfold.core.sweep.Repeatable;

/**
 * The trees of one forest on all rows: one group, a piece for each tree.
 *
 * @param bins of the table
 * @param forester how trees are grown
 * @param trees how many
 * @param inputs of the model
 * @param voteScale scale of the votes
 */
record RefitPieces(int bins, Forester forester, int trees, Inputs inputs, double voteScale)
    implements Pieces<Table, ArrayList<RefitPieces.Raised>, RefitPieces.Trees>,
        Repeatable<RefitPieces.Trees> {

  /** A tree of the forest: which, its splits and votes, and what its inputs contribute. */
  record Raised(int index, Voter voter, Contribution contribution) implements Serializable {}

  /** All trees of the forest. */
  record Trees(List<Raised> all) implements Serializable {

    Trees {
      all = List.copyOf(all);
    }
  }

  @Override
  public String label() {
    return "forest: growing the winner's trees";
  }

  @Override
  public String name(Packing.Run run) {
    return "all rows · forest · trees " + run.range();
  }

  @Override
  public int groups() {
    return 1;
  }

  @Override
  public int pieces(int group) {
    return trees;
  }

  /** All that the forest depends on. */
  private record Address(int bins, Forester forester, int trees) {}

  @Override
  public Record address(int group) {
    return new Address(bins, forester, trees);
  }

  @Override
  public Class<Trees> kind() {
    return Trees.class;
  }

  @Override
  public double cost(int group) {
    return 1;
  }

  @Override
  public ArrayList<Raised> zero(Table table, int group) {
    return new ArrayList<>();
  }

  @Override
  public void add(ArrayList<Raised> into, Table table, int group, int piece) {
    Grown grown = forester.grow(table, Cutting.none(), 0, piece);
    Contribution contribution =
        Contribution.of(
            grown.tree(),
            inputs,
            table,
            grown.riders(),
            forester.seed().child("importance", piece));
    into.add(new Raised(piece, Voter.of(inputs, voteScale, grown.tree()), contribution));
  }

  @Override
  public ArrayList<Raised> merge(ArrayList<Raised> into, ArrayList<Raised> from) {
    into.addAll(from);
    return into;
  }

  @Override
  public Trees finish(Table table, int group, ArrayList<Raised> all) {
    all.sort(Comparator.comparingInt(Raised::index));
    return new Trees(all);
  }

  static List<Contribution> contributions(List<Raised> trees) {
    return trees.stream().map(Raised::contribution).toList();
  }
}
