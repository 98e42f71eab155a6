package tenfold.core.learn.forest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tenfold.core.data.Fitted;
import tenfold.core.data.Inputs;
import tenfold.core.data.Table;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.Contribution;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.Limits;
import tenfold.core.learn.tree.Prefixes;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.Importance;
import tenfold.core.sweep.Keep;
import tenfold.core.sweep.Keyed;
import tenfold.core.sweep.KeyedPredictions;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Tables;
import tenfold.core.sweep.Unit;

/** A finished sweep of forests: for each number of bins the table and what its forests came to. */
final class ForestSweep implements Swept {

  private final ForestGrid grid;
  private final Task task;
  private final Engine engine;
  private final Problem problem;
  private final Inputs inputs;
  private final Map<Integer, OfBins> ofBins = new LinkedHashMap<>();
  private final Map<Candidate, List<Contribution>> contributions = new LinkedHashMap<>();

  /** A table with what its forests came to. */
  private record OfBins(Keyed<Table> keyed, ForestPieces pieces, List<Unit<ForestFold>> folds) {

    Table table() {
      return keyed.table();
    }
  }

  /** A sweep that keeps what fits. */
  static ForestSweep of(ForestGrid grid, Task task, Engine engine, Problem problem) {
    Keep keep = Keep.of(problem.shape(), grid.candidates(task).size());
    return new ForestSweep(grid, task, engine, problem, keep);
  }

  ForestSweep(ForestGrid grid, Task task, Engine engine, Problem problem, Keep keep) {
    this.grid = grid;
    this.task = task;
    this.engine = engine;
    this.problem = problem;
    inputs = Inputs.of(problem.schema(), problem.encoder());
    for (int bins : grid.tree().bins()) {
      ofBins.computeIfAbsent(bins, b -> work(b, Tables.of(engine, problem, b), grid, keep));
    }
  }

  private OfBins work(int bins, Keyed<Table> keyed, ForestGrid asked, Keep keep) {
    Table table = keyed.table();
    List<Forester> foresters = new ArrayList<>();
    for (Impurity impurity : asked.tree().impurities(task)) {
      for (Draw draw : asked.features()) {
        foresters.add(forester(impurity, draw, asked.tree().loosest()));
      }
    }
    ForestPieces pieces =
        new ForestPieces(
            bins,
            foresters,
            asked.trees().stream().sorted().distinct().toList(),
            Prefixes.of(asked.tree()),
            table.features().size(),
            Cutting.of(problem.folds()),
            problem.folds().outOfBag() ? Ballot.Asked.OUT_OF_BAG : Ballot.Asked.ALL,
            keep);
    return new OfBins(keyed, pieces, engine.units(table, pieces));
  }

  private Forester forester(Impurity impurity, Draw draw, Limits limits) {
    return new Forester(impurity, draw, limits, problem.seed().child("forest"));
  }

  @Override
  public List<Result> results() {
    List<Result> out = new ArrayList<>();
    for (Candidate candidate : grid.candidates(task)) {
      ForestSettings settings = ForestSettings.of(candidate.params());
      OfBins of = ofBins.get(settings.tree().bins());
      Outcome outcome =
          FoldResult.outcome(
              of.pieces.cutting(),
              cut -> fold(of, settings, cut).map(f -> f.results().get(index(of, settings))),
              this::outcome);
      out.add(new Result(candidate, outcome));
    }
    return out;
  }

  private Outcome outcome(List<FoldResult> folds) {
    return folds.stream().allMatch(f -> f.score().rows() > 0)
        ? FoldResult.outcome(folds, problem.folds(), List.of())
        : new Outcome.Failed("every row was drawn by every tree; grow more trees");
  }

  private Unit<ForestFold> fold(OfBins of, ForestSettings settings, int cut) {
    Limits limits = of.pieces.foresters().get(0).limits();
    Forester its = forester(settings.tree().impurity(), settings.features(), limits);
    return of.folds.get(of.pieces.group(its, cut));
  }

  private static int index(OfBins of, ForestSettings settings) {
    int prefix = of.pieces.prefixes().indexOf(settings.tree().limits());
    return of.pieces.index(settings.trees(), prefix);
  }

  @Override
  public Fitted refit(Candidate candidate) {
    ForestSettings settings = ForestSettings.of(candidate.params());
    Table table = ofBins.get(settings.tree().bins()).table();
    Forester its =
        forester(settings.tree().impurity(), settings.features(), settings.tree().limits());
    RefitPieces pieces =
        new RefitPieces(
            settings.tree().bins(),
            its,
            settings.trees(),
            inputs,
            Forester.voteScale(table, Cutting.none(), 0));
    List<RefitPieces.Raised> trees = engine.units(table, pieces).get(0).result().all();
    contributions.put(candidate, RefitPieces.contributions(trees));
    Voter[] voters = trees.stream().map(RefitPieces.Raised::voter).toArray(Voter[]::new);
    return new ForestModel(inputs, problem.classes(), problem.shift(), pieces.voteScale(), voters);
  }

  @Override
  public List<Importance> importance(Candidate candidate) {
    return Contribution.importance(contributions.get(candidate), inputs);
  }

  @Override
  public OutOfFold outOfFold(Candidate candidate) {
    ForestSettings settings = ForestSettings.of(candidate.params());
    OfBins swept = ofBins.get(settings.tree().bins());
    OfBins of =
        swept.pieces.keep() == Keep.PREDICTIONS
            ? swept
            : work(settings.tree().bins(), swept.keyed, only(settings), Keep.PREDICTIONS);
    boolean outOfBag = problem.folds().outOfBag(); // each row has trees that did not see it
    Cutting cutting = of.pieces.cutting();
    return KeyedPredictions.of(
        of.keyed,
        problem,
        cutting,
        cut ->
            IntStream.range(0, of.table().rows())
                .filter(i -> outOfBag || cutting.holds(of.table(), cut, i))
                .toArray(),
        cut -> fold(of, settings, cut).result().predictions().get(index(of, settings)));
  }

  /** A grid of one point. */
  private static ForestGrid only(ForestSettings settings) {
    Limits limits = settings.tree().limits();
    return new ForestGrid(
        List.of(settings.trees()),
        List.of(settings.features()),
        new TreeGrid(
            List.of(settings.tree().impurity()),
            List.of(limits.maxDepth()),
            List.of(limits.minGain()),
            List.of((int) limits.minRows()),
            List.of(settings.tree().bins())));
  }
}
