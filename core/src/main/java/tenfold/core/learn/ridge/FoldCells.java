package tenfold.core.learn.ridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import tenfold.core.data.DataException;
import tenfold.core.fold.Folds;
import tenfold.core.learn.terms.Around;
import tenfold.core.learn.terms.Parting;
import tenfold.core.sweep.Parallel;

/**
 * Scores every candidate on every fold: from moments, and where those keep too few digits, from
 * triangular factors. Each fold and degree is a task of its own.
 */
final class FoldCells {

  private final Setup setup;
  private final Folds folds;
  private final Moments moments;
  private final double[] whole;
  private final Cell[][] cells;

  private FoldCells(Setup setup, Moments moments, double[] whole) {
    this.setup = setup;
    this.moments = moments;
    this.whole = whole;
    folds = setup.problem().folds();
    cells = new Cell[folds.repeats() * folds.folds()][setup.candidates().size()];
  }

  /**
   * Returns the cells: a row for each fold of each repeat, a column for each candidate.
   *
   * @param whole variance of each term over the whole training part
   */
  static Cell[][] score(Setup setup, Moments moments, double[] whole) {
    FoldCells all = new FoldCells(setup, moments, whole);
    for (int repeat = 0; repeat < all.folds.repeats(); repeat++) {
      all.fromMoments(repeat);
    }
    all.directly();
    return all.cells;
  }

  private int part(int repeat, int fold) {
    return repeat * (folds.folds() + 1) + fold;
  }

  private void fromMoments(int repeat) {
    Around<double[]> around =
        new Around<>(folds, fold -> moments.gram(part(repeat, fold)), Moments::plus);
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int f = 0; f < folds.folds(); f++) {
      int fold = f;
      double[] held = moments.gram(part(repeat, fold));
      check(repeat, fold, held != null, "to test");
      check(repeat, fold, around.trains(fold), "to train on");
      for (int d = 0; d < setup.grid().degrees().size(); d++) {
        int degree = d;
        int row = repeat * folds.folds() + fold;
        tasks.add(() -> fromMoments(row, degree, around.training(fold), held));
      }
    }
    Parallel.run(setup.engine().slots(), tasks);
  }

  private void check(int repeat, int fold, boolean rows, String purpose) {
    if (!rows) {
      throw new DataException(
          "fold %d of %d%s has no rows %s; use fewer folds, or groups of more even size"
              .formatted(fold, folds.folds(), repeat > 0 ? " in repeat " + repeat : "", purpose));
    }
  }

  private Void fromMoments(int row, int degree, double[] training, double[] held) {
    int lambdas = setup.grid().lambdas().size();
    try {
      int q = moments.order();
      int p = setup.terms().count(setup.grid().degrees().get(degree));
      HeldOut score = new HeldOut(GramFit.of(training, q, p, whole, setup.names()), held, q);
      for (int l = 0; l < lambdas; l++) {
        cells[row][setup.candidate(degree, l)] = score.score(setup.grid().lambdas().get(l));
      }
    } catch (ArithmeticException e) {
      int first = setup.candidate(degree, 0);
      Arrays.fill(cells[row], first, first + lambdas, Cell.failed(e.getMessage()));
    }
    return null;
  }

  private boolean unsafe(int row, int degree) {
    int first = setup.candidate(degree, 0);
    return Arrays.stream(cells[row], first, first + setup.grid().lambdas().size())
        .anyMatch(cell -> cell.path() == Cell.Path.UNSAFE);
  }

  private void directly() {
    List<Integer> places = new ArrayList<>();
    for (int d = 0; d < setup.grid().degrees().size(); d++) {
      for (int row = 0; row < cells.length; row++) {
        if (unsafe(row, d) && !places.contains(d)) {
          places.add(d);
        }
      }
    }
    if (places.isEmpty()) {
      return;
    }
    Factors factors = setup.factors(places, new Parting.ByFold(folds));
    for (int repeat = 0; repeat < folds.repeats(); repeat++) {
      for (int i = 0; i < places.size(); i++) {
        directly(repeat, places.get(i), i, factors);
      }
    }
  }

  private void directly(int repeat, int degree, int place, Factors factors) {
    int p = setup.terms().count(setup.grid().degrees().get(degree));
    Around<double[]> around =
        new Around<>(
            folds,
            fold -> factors.r(place, part(repeat, fold)),
            (a, b) -> Factors.stack(a, b, p + 2));
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int f = 0; f < folds.folds(); f++) {
      int fold = f;
      int row = repeat * folds.folds() + fold;
      if (unsafe(row, degree)) {
        double[] held = factors.r(place, part(repeat, fold));
        tasks.add(() -> directly(row, degree, around.training(fold), held));
      }
    }
    Parallel.run(setup.engine().slots(), tasks);
  }

  private Void directly(int row, int degree, double[] training, double[] held) {
    int p = setup.terms().count(setup.grid().degrees().get(degree));
    FactorFit fit = null;
    String reason = "";
    try {
      fit = FactorFit.of(training, p, whole, setup.names(), Optional.empty());
    } catch (ArithmeticException e) {
      reason = e.getMessage();
    }
    for (int l = 0; l < setup.grid().lambdas().size(); l++) {
      int c = setup.candidate(degree, l);
      if (cells[row][c].path() == Cell.Path.UNSAFE) {
        cells[row][c] = fit == null ? Cell.failed(reason) : directly(fit, held, setup.lambda(c));
      }
    }
    return null;
  }

  private static Cell directly(FactorFit fit, double[] held, double lambda) {
    double[] beta = fit.basis().beta(lambda);
    double jTrain = fit.squares(lambda) / (2 * fit.basis().columns().weight());
    double jCv = FactorFit.squares(held, beta) / (2 * held[0] * held[0]);
    return Cell.of(jTrain, jCv, beta, Cell.Path.DIRECT);
  }
}
