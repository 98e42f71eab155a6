package tenfold.core.learn.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenfold.core.data.Fitted;
import tenfold.core.data.Inputs;
import tenfold.core.data.Table;
import tenfold.core.data.Task;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.Importance;
import tenfold.core.sweep.Keyed;
import tenfold.core.sweep.KeyedPredictions;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Tables;

/** A finished sweep of trees: for each number of bins the table and the trees grown on it. */
final class TreeSweep implements Swept {

  private final TreeGrid grid;
  private final Task task;
  private final Engine engine;
  private final Problem problem;
  private final Inputs inputs;
  private final Map<Integer, OfBins> ofBins = new LinkedHashMap<>();

  /** A table with what its trees came to. */
  private record OfBins(Keyed<Table> keyed, TreePieces pieces, List<TreeFold> folds) {

    Table table() {
      return keyed.table();
    }

    /** What one tree came to. */
    TreeFold fold(Impurity impurity, int cut) {
      return folds.get(pieces.group(impurity, cut));
    }
  }

  TreeSweep(TreeGrid grid, Task task, Engine engine, Problem problem) {
    this.grid = grid;
    this.task = task;
    this.engine = engine;
    this.problem = problem;
    inputs = Inputs.of(problem.schema(), problem.encoder());
    for (int bins : grid.bins()) {
      ofBins.computeIfAbsent(bins, this::grow);
    }
  }

  private OfBins grow(int bins) {
    Keyed<Table> keyed = Tables.of(engine, problem, bins);
    TreePieces pieces =
        new TreePieces(
            grid.impurities(task), grid.loosest(), Prefixes.of(grid), Cutting.of(problem.folds()));
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
      List<FoldResult> folds = new ArrayList<>();
      for (int cut = 0; cut < of.pieces.cutting().count(); cut++) {
        folds.add(of.fold(settings.impurity(), cut).results().get(prefix));
      }
      out.add(new Result(candidate, FoldResult.outcome(folds, problem.folds(), List.of())));
    }
    return out;
  }

  @Override
  public Fitted refit(Candidate candidate) {
    TreeSettings settings = TreeSettings.of(candidate.params());
    OfBins of = ofBins.get(settings.bins());
    TreePieces whole =
        new TreePieces(
            List.of(settings.impurity()), settings.limits(), of.pieces.prefixes(), Cutting.none());
    return model(engine.units(of.table(), whole).get(0).tree());
  }

  private TreeModel model(Tree tree) {
    return new TreeModel(inputs, problem.classes(), problem.shift(), tree);
  }

  @Override
  public OutOfFold outOfFold(Candidate candidate) {
    TreeSettings settings = TreeSettings.of(candidate.params());
    OfBins of = ofBins.get(settings.bins());
    int outputs = Math.max(1, problem.classes().size());
    double[] values = new double[of.table().rows() * outputs];
    Arrays.fill(values, Double.NaN);
    TableRows rows = new TableRows(of.table(), inputs);
    Cutting cutting = of.pieces.cutting();
    for (int cut = 0; cut < cutting.count() && cutting.repeat(cut) == 0; cut++) {
      Tree tree = of.fold(settings.impurity(), cut).tree().prune(settings.limits());
      for (int row : cutting.held(of.table(), cut)) {
        predict(tree, rows.leaf(tree, row), values, row * outputs);
      }
    }
    return new KeyedPredictions(of.keyed, problem.folds(), outputs, values);
  }

  private void predict(Tree tree, int leaf, double[] values, int at) {
    for (int c = 0; c < tree.outputs(); c++) {
      values[at + c] =
          problem.classes().isEmpty()
              ? problem.shift() + tree.value(leaf, c)
              : tree.value(leaf, c) / tree.rows(leaf);
    }
  }

  /** By the folds' trees, which have rows that did not grow them; by one tree where none are. */
  @Override
  public List<Importance> importance(Candidate candidate) {
    TreeSettings settings = TreeSettings.of(candidate.params());
    OfBins of = ofBins.get(settings.bins());
    Cutting cutting = of.pieces.cutting();
    List<Contribution> trees = new ArrayList<>();
    for (int cut = 0; cut < cutting.count() && cutting.repeat(cut) == 0; cut++) {
      Tree tree = of.fold(settings.impurity(), cut).tree().prune(settings.limits());
      int[] held = cutting.held(of.table(), cut);
      Seed seed = problem.seed().child("importance", cut);
      trees.add(Contribution.of(tree, inputs, of.table(), held, seed));
    }
    return Contribution.importance(trees, inputs);
  }
}
