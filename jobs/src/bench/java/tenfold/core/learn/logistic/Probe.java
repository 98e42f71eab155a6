package tenfold.core.learn.logistic;

import java.util.List;
import tenfold.core.learn.terms.Around;
import tenfold.core.learn.terms.Parting;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Problem;

/** A logistic fit by itself, for measuring; in this package to reach it. */
public final class Probe {

  private Probe() {}

  /**
   * Fits one candidate on all training rows: no folds, one lambda. Returns whether it converged.
   */
  public static boolean fit(Engine engine, Problem problem, double lambda) {
    LogisticGrid grid = new LogisticGrid(List.of(1), List.of(lambda), true, ClassWeight.NONE);
    int indicators = problem.encoder().indicators();
    int numbers = problem.encoder().numbers().size();
    Terms terms = new Terms(indicators, numbers, 1, Terms.Mixing.ALL);
    Cut all = new Cut(new Parting.Whole(problem.folds()), 0, 0, Around.Order.ALL_OTHERS);
    Layout layout = new Layout(problem, terms, all);
    Model whole = new CutSweep(grid, Room.USUAL, engine, layout).all().get(0).whole();
    return whole.descent().state() == Descent.State.CONVERGED;
  }
}
