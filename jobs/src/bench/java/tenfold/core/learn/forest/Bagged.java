package tenfold.core.learn.forest;

import java.util.ArrayList;
import java.util.List;
import tenfold.core.data.Table;
import tenfold.core.learn.tree.Cutting;
import tenfold.core.learn.tree.Grown;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.Limits;
import tenfold.core.sweep.Problem;

/** Single trees of forests, for measuring; in this package to reach them. */
public final class Bagged {

  private Bagged() {}

  /** Grows tree {@code b} of the forest of every fold. */
  public static List<Grown> folds(Table table, Problem problem, Limits limits, int b) {
    Cutting cutting = Cutting.of(problem.folds());
    Forester forester =
        new Forester(Impurity.ENTROPY, Draw.Rule.AUTO, limits, problem.seed().child("forest"));
    List<Grown> out = new ArrayList<>();
    for (int cut = 0; cut < cutting.count(); cut++) {
      out.add(forester.grow(table, cutting, cut, b));
    }
    return out;
  }
}
