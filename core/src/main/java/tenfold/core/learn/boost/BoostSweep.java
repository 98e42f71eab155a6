package tenfold.core.learn.boost;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenfold.core.data.Fitted;
import tenfold.core.data.Inputs;
import tenfold.core.data.RawTable;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Importance;
import tenfold.core.sweep.Keep;
import tenfold.core.sweep.Keyed;
import tenfold.core.sweep.KeyedPredictions;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Patience;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Tables;

/** A finished sweep of boosters: the table and what they came to. */
final class BoostSweep implements Swept {

  private final BoostGrid grid;
  private final Engine engine;
  private final Problem problem;
  private final Inputs inputs;
  private final Keyed<RawTable> keyed;
  private final Boosted boosted;
  private final Map<Candidate, BoostModel> refitted = new HashMap<>();

  /** A sweep that keeps what fits. */
  static BoostSweep of(BoostGrid grid, Engine engine, Problem problem) {
    Keep keep = Keep.of(problem.shape(), grid.candidates().size());
    return new BoostSweep(grid, engine, problem, keep);
  }

  BoostSweep(BoostGrid grid, Engine engine, Problem problem, Keep keep) {
    this.grid = grid;
    this.engine = engine;
    this.problem = problem;
    inputs = Inputs.of(problem.schema(), problem.encoder());
    keyed = Tables.raw(engine, problem);
    boosted = boosted(grid.growings(), grid.rounds(), keep);
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
    byte[] file = engine.units(keyed.table(), whole).get(0).result();
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
    return KeyedPredictions.of(
        keyed, problem, its.pieces().cutting(), cut -> its.predictions(settings, cut));
  }

  @Override
  public List<Importance> importance(Candidate candidate) {
    return refitted.get(candidate).importance();
  }
}
