package tenfold.core.learn.ridge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenfold.core.data.Encoder;
import tenfold.core.data.Task;
import tenfold.core.fold.Folds;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.TooLarge;

/**
 * Ridge regression on polynomials: {@code J(w, b) = 1/(2m) sum (b + w'z - y)^2 + lambda/(2m)
 * |w|^2}, z the terms centred and scaled by each fold's training rows.
 *
 * <p>What the workers do: one pass that adds up products of terms, part by part ({@link
 * MomentsPass}). What the driver does: joins them to each fold's training sums, takes the leading
 * block of each degree, one eigen-decomposition for each fold and degree, and from it every
 * lambda's scores ({@link FoldCells}). What bounds it: {@code (folds + 1) (terms + 2)^2} numbers in
 * every task, and the digits of sums of squares, which are estimated for every cell ({@link
 * GramFit}); a cell that keeps fewer than 8 is fitted from triangular factors in one more pass
 * ({@link FactorFit}). Leave-one-out takes one pass more over the rows ({@link RowsLeaving}).
 *
 * <p>Sources: Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 3.4 and
 * 7.10; Golub and Van Loan, "Matrix Computations".
 */
public final class Ridge implements Family {

  private final RidgeGrid grid;

  /** The family with a grid. */
  public Ridge(RidgeGrid grid) {
    this.grid = grid;
  }

  @Override
  public String name() {
    return "ridge";
  }

  @Override
  public Set<Task> tasks() {
    return Set.of(Task.REGRESSION);
  }

  @Override
  public List<Axis> axes() {
    return List.of(
        new Axis(
            "degree",
            List.copyOf(grid.degrees()),
            Axis.Sharing.SHARED,
            "a lower degree is a block of the largest one's moments"),
        new Axis(
            "lambda",
            List.copyOf(grid.lambdas()),
            Axis.Sharing.SHARED,
            "one eigen-decomposition answers every lambda"));
  }

  @Override
  public List<Candidate> candidates() {
    List<Candidate> out = new ArrayList<>();
    for (int degree : grid.degrees()) {
      for (double lambda : grid.lambdas()) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("degree", degree);
        params.put("lambda", lambda);
        params.put("interactions", grid.interactions());
        out.add(new Candidate("ridge", params));
      }
    }
    return out;
  }

  @Override
  public Cost cost(Shape shape) {
    int largest = Collections.max(grid.degrees());
    long terms = terms(shape.indicators(), shape.numbers(), largest);
    double order = Leading.FIRST + (double) terms;
    double task = (shape.folds() + 1.0) * shape.repeats() * order * order * Double.BYTES;
    double driver = 3 * task; // the sums, and those before and after each fold
    double limit = Runtime.getRuntime().maxMemory();
    if (driver > limit || order * order > Integer.MAX_VALUE) {
      throw new TooLarge(
          ("ridge.degree is %d, which over %d columns makes %s terms: their sums need %.3g bytes,"
                  + " and %.3g are to be had; use a lower degree, interactions = false, fewer"
                  + " columns or a larger driver memory")
              .formatted(
                  largest,
                  shape.numbers() + shape.indicators(),
                  terms == Long.MAX_VALUE ? "more than 10^18" : Long.toString(terms),
                  driver,
                  limit));
    }
    long candidates = (long) grid.degrees().size() * grid.lambdas().size();
    return new Cost(
        candidates,
        candidates * shape.models(),
        1,
        shape.leaveOneOut() || shape.folds() == 1 ? 2 : 1,
        (long) task,
        (long) driver);
  }

  private long terms(int indicators, int numbers, int degree) {
    return Terms.count(indicators, numbers, degree, mixing());
  }

  private Terms.Mixing mixing() {
    return Terms.Mixing.of(grid.interactions());
  }

  @Override
  public Swept sweep(Engine engine, Problem problem, Set<String> asked) {
    Encoder encoder = problem.encoder();
    Folds folds = problem.folds();
    int numbers = encoder.numbers().size();
    cost(problem.shape());
    Terms terms =
        new Terms(encoder.indicators(), numbers, Collections.max(grid.degrees()), mixing());
    Setup setup = new Setup(grid, candidates(), terms, engine, problem);
    return folds.leaveOneOut() ? new LeaveOneOut(setup) : new FoldSweep(setup, asked);
  }

  @Override
  public int compareComplexity(Candidate a, Candidate b) {
    return Comparator.<Candidate>comparingInt(c -> (Integer) c.params().get("degree"))
        .thenComparing(c -> (Double) c.params().get("lambda"), Comparator.reverseOrder())
        .compare(a, b);
  }
}
