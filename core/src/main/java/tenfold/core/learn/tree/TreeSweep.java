package tenfold.core.learn.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenfold.core.data.Fitted;
import tenfold.core.data.Inputs;
import tenfold.core.data.Table;
import tenfold.core.data.Task;
import tenfold.core.learn.tree.TreePieces.Keep;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.Importance;
import tenfold.core.sweep.Keyed;
import tenfold.core.sweep.KeyedPredictions;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Tables;
import tenfold.core.sweep.TooLarge;
import tenfold.core.sweep.Unit;

/** A finished sweep of trees: for each number of bins the table and the trees grown on it. */
final class TreeSweep implements Swept {

  /** Share of the driver's memory that trees may take that nobody has asked for yet. */
  private static final int SHARE = 8;

  /** Bytes of a node beside its outputs. */
  private static final int NODE_BYTES = 33;

  private final TreeGrid grid;
  private final Task task;
  private final Engine engine;
  private final Problem problem;
  private final Inputs inputs;
  private final Keep keep;
  private final Map<Integer, OfBins> ofBins = new LinkedHashMap<>();
  private final Map<Candidate, List<Winner.Fold>> folds = new LinkedHashMap<>();

  /** A table with what its trees came to. */
  private record OfBins(Keyed<Table> keyed, TreePieces pieces, List<Unit<TreeFold>> folds) {

    Table table() {
      return keyed.table();
    }

    /** What one tree came to. */
    Unit<TreeFold> fold(Impurity impurity, int cut) {
      return folds.get(pieces.group(impurity, cut));
    }
  }

  /** A sweep that keeps what fits. */
  static TreeSweep of(TreeGrid grid, Task task, Engine engine, Problem problem) {
    return new TreeSweep(grid, task, engine, problem, keep(grid, task, problem));
  }

  TreeSweep(TreeGrid grid, Task task, Engine engine, Problem problem, Keep keep) {
    this.grid = grid;
    this.task = task;
    this.engine = engine;
    this.problem = problem;
    this.keep = keep;
    inputs = Inputs.of(problem.schema(), problem.encoder());
    if (problem.rows() * outputs(problem) > Integer.MAX_VALUE - 8) {
      throw new TooLarge(
          "%,d rows of %d classes have more probabilities than an array holds; set engine = partitioned"
              .formatted(problem.rows(), outputs(problem)));
    }
    for (int bins : grid.bins()) {
      ofBins.computeIfAbsent(bins, this::grow);
    }
  }

  /** The folds' trees are kept where the largest that they may be fit; else the winner's regrow. */
  private static Keep keep(TreeGrid grid, Task task, Problem problem) {
    double nodes = Math.min(2.0 * problem.rows(), Math.scalb(2.0, grid.loosest().maxDepth()));
    double trees =
        (double) problem.folds().models() * grid.impurities(task).size() * grid.bins().size();
    double bytes = trees * nodes * (NODE_BYTES + Double.BYTES * outputs(problem));
    return bytes <= Runtime.getRuntime().maxMemory() / (double) SHARE ? Keep.TREES : Keep.NOTHING;
  }

  private static int outputs(Problem problem) {
    return Math.max(1, problem.classes().size());
  }

  private OfBins grow(int bins) {
    Keyed<Table> keyed = Tables.of(engine, problem, bins);
    TreePieces pieces =
        new TreePieces(
            bins,
            grid.impurities(task),
            grid.loosest(),
            Prefixes.of(grid),
            Cutting.of(problem.folds()),
            keep);
    return new OfBins(keyed, pieces, engine.units(keyed.table(), pieces));
  }

  @Override
  public List<Result> results() {
    List<Candidate> candidates = grid.candidates(task);
    List<Result> out = new ArrayList<>();
    for (Candidate candidate : candidates) {
      TreeSettings settings = TreeSettings.of(candidate.params());
      OfBins of = ofBins.get(settings.bins());
      int prefix = of.pieces.prefixes().indexOf(settings.limits());
      Outcome outcome =
          FoldResult.outcome(
              of.pieces.cutting(),
              cut -> of.fold(settings.impurity(), cut).map(fold -> fold.results().get(prefix)),
              folds -> FoldResult.outcome(folds, problem.folds(), List.of()));
      out.add(new Result(candidate, outcome));
    }
    return out;
  }

  @Override
  public Fitted refit(Candidate candidate) {
    TreeSettings settings = TreeSettings.of(candidate.params());
    OfBins of = ofBins.get(settings.bins());
    TreePieces whole = only(settings, of, Cutting.none(), Keep.TREES);
    Tree tree = engine.units(of.table(), whole).get(0).result().tree();
    return new TreeModel(inputs, problem.classes(), problem.shift(), tree);
  }

  private static TreePieces only(TreeSettings settings, OfBins of, Cutting cutting, Keep keep) {
    return new TreePieces(
        settings.bins(),
        List.of(settings.impurity()),
        settings.limits(),
        of.pieces.prefixes(),
        cutting,
        keep);
  }

  /** What the candidate's trees are to the rows held out, by the trees that are kept or anew. */
  private List<Winner.Fold> folds(TreeSettings settings) {
    OfBins of = ofBins.get(settings.bins());
    Cutting cutting = of.pieces.cutting();
    Winner winner =
        new Winner(
            only(settings, of, cutting, Keep.NOTHING),
            cutting.count() / problem.folds().repeats(),
            inputs,
            problem.seed());
    if (of.pieces.keep() == Keep.NOTHING) {
      return Unit.results(engine.units(of.table(), winner));
    }
    List<Winner.Fold> out = new ArrayList<>();
    for (int fold = 0; fold < winner.folds(); fold++) {
      Tree tree = of.fold(settings.impurity(), fold).result().tree().prune(settings.limits());
      out.add(winner.of(tree, of.table(), fold));
    }
    return out;
  }

  private List<Winner.Fold> folds(Candidate candidate) {
    return folds.computeIfAbsent(candidate, c -> folds(TreeSettings.of(c.params())));
  }

  @Override
  public OutOfFold outOfFold(Candidate candidate) {
    OfBins of = ofBins.get(TreeSettings.of(candidate.params()).bins());
    List<Winner.Fold> all = folds(candidate);
    return KeyedPredictions.of(
        of.keyed, problem, of.pieces.cutting(), cut -> all.get(cut).predicted());
  }

  /** By the folds' trees, which have rows that did not grow them. */
  @Override
  public List<Importance> importance(Candidate candidate) {
    return Contribution.importance(
        folds(candidate).stream().map(Winner.Fold::contribution).toList(), inputs);
  }
}
