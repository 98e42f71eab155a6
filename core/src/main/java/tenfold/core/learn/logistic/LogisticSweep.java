package tenfold.core.learn.logistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import tenfold.core.data.Fitted;
import tenfold.core.fold.Folds;
import tenfold.core.learn.terms.Terms;
import tenfold.core.metric.ClassScore;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;

/** A finished sweep of logistic regressions: for each degree all cuts of the rows. */
final class LogisticSweep implements Swept {

  private final LogisticGrid grid;
  private final List<Candidate> candidates;
  private final Problem problem;
  private final List<Cut> cuts = new ArrayList<>();
  private final List<Terms> terms = new ArrayList<>();
  private final List<List<CutSweep>> sweeps = new ArrayList<>();
  private final List<ClassScore> held = new ArrayList<>(); // by candidate, repeat, fold

  LogisticSweep(LogisticGrid grid, Engine engine, Problem problem) {
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
    for (int degree : grid.degrees()) {
      Terms its = new Terms(indicators, numbers, degree, Terms.Mixing.of(grid.interactions()));
      terms.add(its);
      sweeps.add(cuts.stream().map(cut -> new CutSweep(grid, engine, problem, its, cut)).toList());
    }
    if (!folds.leaveOneOut()) {
      List<Held> models = new ArrayList<>();
      for (int c = 0; c < candidates.size(); c++) {
        for (int repeat = 0; repeat < cuts.size(); repeat++) {
          models.add(new Held(cuts.get(repeat), probabilities(c, repeat)));
        }
      }
      held.addAll(Held.scores(models, engine, problem));
    }
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
    Model whole = sweeps.get(degree(c)).get(0).whole(lambda(c));
    return new LogisticModel(
        problem.encoder(), problem.classes(), settings, rows(whole, degree(c)));
  }

  @Override
  public OutOfFold outOfFold(Candidate candidate) {
    return probabilities(place(candidate), 0);
  }

  private FoldProbabilities probabilities(int c, int repeat) {
    Cut cut = cuts.get(repeat);
    CutSweep sweep = sweeps.get(degree(c)).get(repeat);
    double[][][] beta = new double[cut.folds()][][];
    Arrays.setAll(beta, f -> rows(sweep.fold(lambda(c), f), degree(c)));
    return new FoldProbabilities(problem, terms.get(degree(c)), cut, beta);
  }

  private Outcome outcome(int c) {
    List<FoldResult> folds = new ArrayList<>();
    Notes notes = new Notes(grid.lambdas().get(lambda(c)));
    for (int repeat = 0; repeat < cuts.size(); repeat++) {
      for (int f = 0; f < cuts.get(repeat).folds(); f++) {
        Model model = sweeps.get(degree(c)).get(repeat).fold(lambda(c), f);
        notes.add(model);
        ClassScore score =
            held.isEmpty()
                ? model.held()
                : held.get((c * cuts.size() + repeat) * cuts.get(repeat).folds() + f);
        folds.add(new FoldResult(repeat, f, model.wrong() / model.set().weight(), score));
      }
    }
    return FoldResult.outcome(folds, problem.folds(), notes.sentences());
  }

  /** A row of weights for each logit. */
  private double[][] rows(Model model, int degree) {
    double[] plain = model.plain();
    int columns = terms.get(degree).count() + 1;
    double[][] out = new double[plain.length / columns][];
    Arrays.setAll(out, o -> Arrays.copyOfRange(plain, o * columns, (o + 1) * columns));
    return out;
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
