package tenfold.core.learn.ridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import tenfold.core.data.DataException;
import tenfold.core.data.Fitted;
import tenfold.core.fold.Folds;
import tenfold.core.learn.terms.Around;
import tenfold.core.learn.terms.Parting;
import tenfold.core.learn.terms.Scale;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.FoldScore;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;

/** A sweep over folds, finished. */
final class FoldSweep implements Swept {

  private final Setup setup;
  private final Folds folds;
  private final Moments moments;
  private final Whole whole;
  private final Cell[][] cells;
  private final Residuals.Sums residuals;
  private final boolean mae;

  /** Sweeps: a pass for the moments, one for rows if a metric or a hold-out needs it. */
  FoldSweep(Setup setup, Set<String> asked) {
    this.setup = setup;
    folds = setup.problem().folds();
    moments =
        setup
            .engine()
            .aggregate(new MomentsPass(setup.problem(), setup.terms(), new Parting.ByFold(folds)));
    double[] all = new Around<>(folds, moments::gram, Moments::plus).all();
    if (all == null) {
      throw new DataException("the data have no rows to train on; all are in the test part");
    }
    whole = new Whole(setup, all);
    cells = FoldCells.score(setup, moments, whole.variances());
    mae = asked.contains("mae");
    residuals = mae || folds.folds() == 1 ? residuals() : null;
  }

  @Override
  public List<Result> results() {
    List<Result> out = new ArrayList<>();
    for (int c = 0; c < setup.candidates().size(); c++) {
      out.add(new Result(setup.candidates().get(c), outcome(c)));
    }
    return out;
  }

  @Override
  public Fitted refit(Candidate candidate) {
    return whole.model(setup.candidate(candidate));
  }

  @Override
  public OutOfFold outOfFold(Candidate candidate) {
    int c = setup.candidate(candidate);
    double[][] beta = new double[folds.folds()][];
    for (int f = 0; f < beta.length; f++) {
      cells[f][c]
          .reason()
          .ifPresent(
              reason -> {
                throw new IllegalArgumentException(
                    "%s failed: %s".formatted(candidate.id(), reason));
              });
      beta[f] = cells[f][c].beta().clone();
      beta[f][0] += setup.problem().shift();
    }
    return new FoldPredictions(setup.problem().encoder(), setup.terms(), folds, beta);
  }

  private double[] held(int row) {
    return moments.gram(part(row));
  }

  private int part(int row) {
    return row / folds.folds() * (folds.folds() + 1) + row % folds.folds();
  }

  private Residuals.Sums residuals() {
    int q = moments.order();
    int candidates = setup.candidates().size();
    double[][] beta = new double[cells.length][q * Residuals.padded(candidates)];
    double[][] j = new double[cells.length][candidates];
    for (int row = 0; row < cells.length; row++) {
      for (int c = 0; c < candidates; c++) {
        double[] own = cells[row][c].beta();
        if (own.length > 0) {
          beta[row][c * q] = own[0];
          beta[row][c * q + Leading.Y] = -1;
          System.arraycopy(own, 1, beta[row], c * q + Leading.FIRST, own.length - 1);
        }
        j[row][c] = cells[row][c].jCv();
      }
    }
    return setup
        .engine()
        .aggregate(
            new Residuals(
                setup.problem(), setup.terms(), new Residuals.Table(beta), new Residuals.Table(j)));
  }

  private Outcome outcome(int c) {
    List<FoldScore> scores = new ArrayList<>();
    int direct = 0;
    double jTrain = 0;
    double jCv = 0;
    for (int row = 0; row < cells.length; row++) {
      Cell cell = cells[row][c];
      int fold = row % folds.folds();
      if (cell.reason().isPresent()) {
        return new Outcome.Failed("fold %d: %s".formatted(fold, cell.reason().get()));
      }
      direct += cell.path() == Cell.Path.DIRECT ? 1 : 0;
      jTrain += cell.jTrain() / cells.length;
      jCv += cell.jCv() / cells.length;
      scores.add(
          new FoldScore(
              row / folds.folds(),
              fold,
              moments.rows(part(row)),
              cell.jTrain(),
              cell.jCv(),
              metrics(row, c)));
    }
    return new Outcome.Scored(
        jTrain,
        jCv,
        folds.folds() == 1 ? rowError(c) : foldError(scores, jCv),
        FoldScore.means(scores),
        scores,
        notes(direct));
  }

  private List<String> notes(int direct) {
    return direct == 0
        ? List.of()
        : List.of(
            "fitted directly: moments kept fewer than 8 digits of J in %d of %d fits"
                .formatted(direct, cells.length));
  }

  private Map<String, Double> metrics(int row, int c) {
    double[] held = held(row);
    int y = Leading.Y;
    double square = held[y * moments.order() + y];
    double total = square - held[y] * held[y] / held[0];
    Map<String, Double> out = new TreeMap<>();
    out.put("rmse", Math.sqrt(2 * cells[row][c].jCv()));
    if (total > Scale.NOTHING * square) {
      out.put("r2", 1 - 2 * cells[row][c].jCv() * held[0] / total);
    }
    if (mae) {
      out.put("mae", residuals.absolute(row, c) / held[0]);
    }
    return out;
  }

  private OptionalDouble foldError(List<FoldScore> scores, double mean) {
    double squares = 0;
    for (FoldScore score : scores) {
      squares += (score.jCv() - mean) * (score.jCv() - mean);
    }
    // Repeats cut the same rows again: they steady the spread, but are no more folds.
    return OptionalDouble.of(Math.sqrt(squares / (scores.size() - 1) / folds.folds()));
  }

  /**
   * Spread of the held-out rows' costs over the root of their number; the mean square over repeats.
   */
  private OptionalDouble rowError(int c) {
    double squares = 0;
    for (int row = 0; row < cells.length; row++) {
      double n = moments.rows(part(row));
      double weight = held(row)[0];
      if (n < 2) {
        return OptionalDouble.empty();
      }
      squares += n / (n - 1) * residuals.spread(row, c) / (weight * weight);
    }
    return OptionalDouble.of(Math.sqrt(squares / cells.length));
  }
}
