package tenfold.core.learn.boost;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenfold.core.data.Fitted;
import tenfold.core.data.Inputs;
import tenfold.core.data.RawTable;
import tenfold.core.learn.boost.BoostPieces.Keep;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Importance;
import tenfold.core.sweep.Keyed;
import tenfold.core.sweep.KeyedPredictions;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Tables;

/** A finished sweep of boosters: the table and what they came to. */
final class BoostSweep implements Swept {

  /** Share of the driver's memory that predictions may take that nobody has asked for yet. */
  private static final int SHARE = 8;

  private final BoostGrid grid;
  private final Engine engine;
  private final Problem problem;
  private final Inputs inputs;
  private final Keyed<RawTable> keyed;
  private final Boosted boosted;
  private final Map<Candidate, BoostModel> refitted = new HashMap<>();

  /** A sweep that keeps what fits. */
  static BoostSweep of(BoostGrid grid, Engine engine, Problem problem) {
    boolean fits = allFit(grid, problem.shape());
    return new BoostSweep(grid, engine, problem, fits ? Keep.PREDICTIONS : Keep.NOTHING);
  }

  /** Bytes of predictions that are kept: every candidate's, or at last the winner's alone. */
  static long kept(BoostGrid grid, Shape shape) {
    return predictionBytes(shape) * (allFit(grid, shape) ? grid.candidates().size() : 1);
  }

  private static boolean allFit(BoostGrid grid, Shape shape) {
    double bytes = (double) predictionBytes(shape) * grid.candidates().size();
    return bytes <= Runtime.getRuntime().maxMemory() / (double) SHARE;
  }

  private static long predictionBytes(Shape shape) {
    return Double.BYTES * shape.rows() * Math.max(1, shape.classes());
  }

  BoostSweep(BoostGrid grid, Engine engine, Problem problem, Keep keep) {
    this.grid = grid;
    this.engine = engine;
    this.problem = problem;
    inputs = Inputs.of(problem.schema(), problem.encoder());
    keyed = Tables.raw(engine, problem);
    boosted = boosted(grid.growings(), grid.rounds(), keep);
  }

  private static int outputs(Problem problem) {
    return Math.max(1, problem.classes().size());
  }

  private Boosted boosted(List<Growing> growings, List<Integer> rounds, Keep keep) {
    BoostPieces pieces =
        new BoostPieces(
            growings,
            rounds.stream().sorted().toList(),
            grid.patience().orElse(BoostPieces.ENDLESS),
            Cutting.of(problem.folds()),
            keep,
            problem.seed().child("boost"));
    return new Boosted(pieces, engine.units(keyed.table(), pieces));
  }

  @Override
  public List<Result> results() {
    return grid.candidates().stream()
        .map(c -> new Result(c, boosted.outcome(BoostSettings.of(c.params()), problem.folds())))
        .toList();
  }

  @Override
  public Fitted refit(Candidate candidate) {
    BoostSettings settings = BoostSettings.of(candidate.params());
    int rounds =
        settings.patience().isPresent()
            ? Patience.refit(boosted.stops(settings))
            : settings.rounds();
    WholeFit whole =
        new WholeFit(settings.growing(), rounds, problem.seed().child("boost").child("refit"));
    byte[] file = engine.units(keyed.table(), whole).get(0);
    BoostModel model = new BoostModel(inputs, problem.classes(), problem.shift(), file);
    refitted.put(candidate, model);
    return model;
  }

  @Override
  public OutOfFold outOfFold(Candidate candidate) {
    BoostSettings settings = BoostSettings.of(candidate.params());
    Boosted its =
        boosted.pieces().keep() == Keep.PREDICTIONS
            ? boosted
            : boosted(List.of(settings.growing()), List.of(settings.rounds()), Keep.PREDICTIONS);
    int outputs = outputs(problem);
    double[] values = new double[keyed.table().rows() * outputs];
    Arrays.fill(values, Double.NaN);
    Cutting cutting = its.pieces().cutting();
    for (int cut = 0; cut < cutting.count() && cutting.repeat(cut) == 0; cut++) {
      double[] predicted = its.predictions(settings, cut);
      int[] rows = cutting.held(keyed.table(), cut);
      for (int i = 0; i < predicted.length; i++) {
        double shift = problem.classes().isEmpty() ? problem.shift() : 0;
        values[rows[i / outputs] * outputs + i % outputs] = shift + predicted[i];
      }
    }
    return new KeyedPredictions(keyed, problem.folds(), outputs, values);
  }

  @Override
  public List<Importance> importance(Candidate candidate) {
    return refitted.get(candidate).importance();
  }
}
