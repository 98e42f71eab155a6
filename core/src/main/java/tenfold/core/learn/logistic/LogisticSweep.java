package tenfold.core.learn.logistic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenfold.core.data.Fitted;
import tenfold.core.fold.Folds;
import tenfold.core.learn.logistic.CutSweep.AtLambda;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;

/**
 * A finished sweep of logistic regressions: for each degree all cuts of the rows. A degree whose
 * numbers cannot be held fails alone.
 */
final class LogisticSweep implements Swept {

  private final LogisticGrid grid;
  private final List<Candidate> candidates;
  private final Problem problem;
  private final List<Cut> cuts = new ArrayList<>();
  private final List<AtDegree> sweeps = new ArrayList<>();

  /**
   * What a degree came to.
   *
   * @param sweeps of each cut; none where it failed
   * @param failure why it did
   */
  private record AtDegree(Terms terms, List<CutSweep> sweeps, Optional<String> failure) {}

  /** Sweeps: makes all passes that it takes. */
  LogisticSweep(LogisticGrid grid, Room room, Engine engine, Problem problem, Set<String> asked) {
    this.grid = grid;
    this.problem = problem;
    candidates = grid.candidates();
    Folds folds = problem.folds();
    if (folds.leaveOneOut()) {
      TreeSet<Long> units = engine.aggregate(new UnitsPass(folds));
      cuts.add(Cut.of(folds, units));
    } else {
      for (int repeat = 0; repeat < folds.repeats(); repeat++) {
        cuts.add(Cut.of(folds, repeat));
      }
    }
    int indicators = problem.encoder().indicators();
    int numbers = problem.encoder().numbers().size();
    boolean areas = Areas.wanted(grid, problem, asked);
    for (int degree : grid.degrees()) {
      Terms its = new Terms(indicators, numbers, degree, Terms.Mixing.of(grid.interactions()));
      try {
        sweeps.add(new AtDegree(its, ofCuts(room, engine, its, areas), Optional.empty()));
      } catch (ArithmeticException e) {
        sweeps.add(new AtDegree(its, List.of(), Optional.of(e.getMessage())));
      }
    }
  }

  private List<CutSweep> ofCuts(Room room, Engine engine, Terms terms, boolean areas) {
    List<CutSweep> out = new ArrayList<>();
    for (Cut cut : cuts) {
      Layout layout = new Layout(problem, terms, cut);
      CutSweep sweep = new CutSweep(grid, room, engine, layout);
      if (areas) {
        Areas.add(engine, room, layout, sweep.all());
      }
      out.add(sweep);
    }
    return out;
  }

  @Override
  public List<Result> results() {
    List<Result> out = new ArrayList<>();
    for (int c = 0; c < candidates.size(); c++) {
      out.add(new Result(candidates.get(c), outcome(c)));
    }
    return out;
  }

  @Override
  public Fitted refit(Candidate candidate) {
    int c = place(candidate);
    LogisticModel.Settings settings =
        new LogisticModel.Settings(
            grid.degrees().get(degree(c)),
            grid.lambdas().get(lambda(c)),
            grid.interactions(),
            grid.classWeight());
    Model whole = fitted(c).whole();
    return new LogisticModel(problem.encoder(), problem.classes(), settings, whole.beta());
  }

  @Override
  public OutOfFold outOfFold(Candidate candidate) {
    int c = place(candidate);
    Terms terms = sweeps.get(degree(c)).terms();
    return FoldProbabilities.of(new Layout(problem, terms, cuts.get(0)), fitted(c).folds());
  }

  /** The models of a candidate on the first cut. */
  private AtLambda fitted(int c) {
    AtDegree its = sweeps.get(degree(c));
    its.failure()
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(
                  "%s failed: %s".formatted(candidates.get(c).id(), reason));
            });
    return its.sweeps().get(0).all().get(lambda(c));
  }

  private Outcome outcome(int c) {
    AtDegree its = sweeps.get(degree(c));
    if (its.failure().isPresent()) {
      return new Outcome.Failed(its.failure().get());
    }
    List<FoldResult> folds = new ArrayList<>();
    Notes notes = new Notes(grid.lambdas().get(lambda(c)), fitted(c).whole());
    for (int repeat = 0; repeat < cuts.size(); repeat++) {
      for (Model model : its.sweeps().get(repeat).all().get(lambda(c)).folds()) {
        notes.add(model);
        double jTrain = model.wrong() / model.set().weight();
        folds.add(new FoldResult(repeat, model.fold(), jTrain, model.held()));
      }
    }
    return FoldResult.outcome(folds, problem.folds(), notes.sentences());
  }

  private int place(Candidate candidate) {
    int at = candidates.indexOf(candidate);
    if (at < 0) {
      throw new IllegalArgumentException("%s is not in the grid".formatted(candidate.id()));
    }
    return at;
  }

  private int degree(int candidate) {
    return candidate / grid.lambdas().size();
  }

  private int lambda(int candidate) {
    return candidate % grid.lambdas().size();
  }
}
