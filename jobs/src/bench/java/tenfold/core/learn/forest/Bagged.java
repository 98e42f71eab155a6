package tenfold.core.learn.forest;

import java.util.ArrayList;
import java.util.List;
import tenfold.core.data.Inputs;
import tenfold.core.data.Table;
import tenfold.core.learn.tree.Grown;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.Limits;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Pieces;
import tenfold.core.sweep.Problem;

/** Trees of forests of classes by themselves, for measuring; in this package to reach them. */
public final class Bagged {

  private Bagged() {}

  /** Grows tree {@code b} of the forest of every fold. */
  public static List<Grown> folds(Table table, Problem problem, Limits limits, int b) {
    Cutting cutting = Cutting.of(problem.folds());
    Forester forester = forester(problem, limits);
    List<Grown> out = new ArrayList<>();
    for (int cut = 0; cut < cutting.count(); cut++) {
      out.add(forester.grow(table, cutting, cut, b));
    }
    return out;
  }

  /**
   * Grows a forest on all rows and packs it for prediction: a refit without the importance of the
   * columns. Returns how many trees it has.
   */
  public static int fit(Engine engine, Table table, Problem problem, Limits limits, int trees) {
    Inputs inputs = Inputs.of(problem.schema(), problem.encoder());
    return engine.units(table, new Whole(forester(problem, limits), trees, inputs)).stream()
        .mapToInt(unit -> unit.result().size())
        .sum();
  }

  private static Forester forester(Problem problem, Limits limits) {
    return new Forester(Impurity.ENTROPY, Draw.Rule.AUTO, limits, problem.seed().child("forest"));
  }

  /** A forest on all rows: one group, a piece for each tree. */
  private record Whole(Forester forester, int trees, Inputs inputs)
      implements Pieces<Table, ArrayList<Voter>, ArrayList<Voter>> {

    @Override
    public String label() {
      return "bench: growing a forest";
    }

    @Override
    public int groups() {
      return 1;
    }

    @Override
    public int pieces(int group) {
      return trees;
    }

    @Override
    public double cost(int group) {
      return 1;
    }

    @Override
    public ArrayList<Voter> zero(Table table, int group) {
      return new ArrayList<>();
    }

    @Override
    public void add(ArrayList<Voter> into, Table table, int group, int piece) {
      Grown grown = forester.grow(table, Cutting.none(), 0, piece);
      into.add(Voter.of(inputs, Votes.CLASSES, grown.tree()));
    }

    @Override
    public ArrayList<Voter> merge(ArrayList<Voter> into, ArrayList<Voter> from) {
      into.addAll(from);
      return into;
    }

    @Override
    public ArrayList<Voter> finish(Table table, int group, ArrayList<Voter> all) {
      return all;
    }
  }
}
