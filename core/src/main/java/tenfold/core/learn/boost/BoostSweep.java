package tenfold.core.learn.boost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tenfold.core.data.Fitted;
import tenfold.core.data.Inputs;
import tenfold.core.data.RawTable;
import tenfold.core.learn.boost.BoostPieces.Keep;
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
  private final Map<Candidate, byte[]> refitted = new HashMap<>();

  /** Boosters and what each came to. */
  private record Boosted(BoostPieces pieces, List<BoostFold> folds) {

    /** What a candidate's booster came to on a cut. */
    BoostFold fold(BoostSettings settings, int cut) {
      return folds.get(pieces.group(settings.growing(), cut));
    }

    /** The same, where it is known to have been trained. */
    BoostFold.Trained trained(BoostSettings settings, int cut) {
      return (BoostFold.Trained) fold(settings, cut);
    }

    int index(BoostSettings settings) {
      return pieces.rounds().indexOf(settings.rounds());
    }
  }

  /** A sweep that keeps what fits. */
  static BoostSweep of(BoostGrid grid, Engine engine, Problem problem) {
    double bytes = 8.0 * problem.rows() * outputs(problem) * grid.candidates().size();
    boolean fits = bytes <= Runtime.getRuntime().maxMemory() / (double) SHARE;
    return new BoostSweep(grid, engine, problem, fits ? Keep.PREDICTIONS : Keep.NOTHING);
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
    return grid.candidates().stream().map(c -> new Result(c, outcome(c))).toList();
  }

  private Outcome outcome(Candidate candidate) {
    BoostSettings settings = BoostSettings.of(candidate.params());
    Cutting cutting = boosted.pieces().cutting();
    List<FoldResult> folds = new ArrayList<>();
    for (int cut = 0; cut < cutting.count(); cut++) {
      if (boosted.fold(settings, cut) instanceof BoostFold.Failed failed) {
        return new Outcome.Failed("fold %d: %s".formatted(cutting.fold(cut), failed.reason()));
      }
      folds.add(boosted.trained(settings, cut).results().get(boosted.index(settings)));
    }
    return FoldResult.outcome(folds, problem.folds(), notes(settings));
  }

  private List<String> notes(BoostSettings settings) {
    if (settings.patience().isEmpty()) {
      return List.of();
    }
    int[] stops = stops(settings);
    return List.of(
        "each fold stopped where its own held-out rows were predicted best, after %d to %d rounds, so J_cv is optimistic; the refit has %d"
            .formatted(
                Arrays.stream(stops).min().orElseThrow(),
                Arrays.stream(stops).max().orElseThrow(),
                rounds(settings)));
  }

  /** Rounds of each cut's booster. */
  private int[] stops(BoostSettings settings) {
    int[] stops = new int[boosted.pieces().cutting().count()];
    Arrays.setAll(stops, cut -> boosted.trained(settings, cut).rounds());
    return stops;
  }

  /** Rounds of a refit: where folds stopped early, their mean. */
  private int rounds(BoostSettings settings) {
    return settings.patience().isEmpty()
        ? settings.rounds()
        : (int) Math.round(Arrays.stream(stops(settings)).average().orElseThrow());
  }

  @Override
  public Fitted refit(Candidate candidate) {
    BoostSettings settings = BoostSettings.of(candidate.params());
    WholeFit whole =
        new WholeFit(
            settings.growing(), rounds(settings), problem.seed().child("boost").child("refit"));
    byte[] file = engine.units(keyed.table(), whole).get(0);
    refitted.put(candidate, file);
    return new BoostModel(inputs, problem.classes(), problem.shift(), file);
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
      double[] predicted = its.trained(settings, cut).predictions().get(its.index(settings));
      int[] rows = cutting.held(keyed.table(), cut);
      for (int i = 0; i < predicted.length; i++) {
        double shift = problem.classes().isEmpty() ? problem.shift() : 0;
        values[rows[i / outputs] * outputs + i % outputs] = shift + predicted[i];
      }
    }
    return new KeyedPredictions(keyed, problem.folds(), outputs, values);
  }

  /** By what the splits of the refitted booster gained; nothing if it has none. */
  @Override
  public List<Importance> importance(Candidate candidate) {
    double[] gains = Boosters.gains(refitted.get(candidate), Matrix.features(inputs));
    double all = Arrays.stream(gains).sum();
    if (all == 0) {
      return List.of();
    }
    List<Importance> out = new ArrayList<>();
    int first = 0;
    for (Inputs.Input input : inputs.columns()) {
      double its = Arrays.stream(gains, first, first + input.features()).sum();
      out.add(
          new Importance(input.name(), Importance.Measure.GAIN, its / all, OptionalDouble.empty()));
      first += input.features();
    }
    out.sort(Comparator.comparingDouble((Importance i) -> -i.share()));
    return out;
  }
}
