package tenfold.core.learn.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tenfold.core.data.Fitted;
import tenfold.core.data.RawTable;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.Keep;
import tenfold.core.sweep.Keyed;
import tenfold.core.sweep.KeyedPredictions;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Patience;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Tables;
import tenfold.core.sweep.Unit;

/** A finished sweep of networks: the table and what they came to. */
final class NetworkSweep implements Swept {

  private final NetworkGrid grid;
  private final Engine engine;
  private final Problem problem;
  private final Map<Candidate, NetworkSettings> candidates;
  private final Ends ends;
  private final Keyed<RawTable> keyed;
  private final Trained trained;

  /** Networks and what each came to. */
  private record Trained(NetworkPieces pieces, List<Unit<NetworkFold>> folds) {

    /** What a candidate's network came to on a cut. */
    Unit<NetworkFold> fold(NetworkSettings settings, int cut) {
      return folds.get(pieces.group(settings.fitting(), cut));
    }

    /** The same, where it is known to have been trained. */
    NetworkFold.Trained trained(NetworkSettings settings, int cut) {
      return (NetworkFold.Trained) fold(settings, cut).result();
    }

    int index(NetworkSettings settings) {
      return pieces.epochs().indexOf(settings.all());
    }
  }

  /** A sweep that keeps what fits. */
  static NetworkSweep of(NetworkGrid grid, Engine engine, Problem problem) {
    Keep keep = Keep.of(problem.shape(), grid.candidates().size());
    return new NetworkSweep(grid, engine, problem, keep);
  }

  NetworkSweep(NetworkGrid grid, Engine engine, Problem problem, Keep keep) {
    this.grid = grid;
    this.engine = engine;
    this.problem = problem;
    candidates = grid.candidates();
    ends = grid.ends(problem.shape());
    keyed = Tables.raw(engine, problem);
    trained = trained(grid.fittings(), grid.scored(), keep);
  }

  private Trained trained(List<Fitting> fittings, List<Integer> epochs, Keep keep) {
    int columns = problem.encoder().columns();
    List<Double> flops =
        fittings.stream()
            .map(f -> ends.topology(f, columns, problem.classes().size()).flops())
            .toList();
    NetworkPieces pieces =
        new NetworkPieces(
            ends,
            fittings,
            flops,
            epochs.stream().sorted().toList(),
            grid.patience().orElse(NetworkPieces.ENDLESS),
            Cutting.of(problem.folds()),
            keep,
            problem.shift(),
            problem.seed().child("network"));
    return new Trained(pieces, engine.units(keyed.table(), pieces));
  }

  @Override
  public List<Result> results() {
    return candidates.keySet().stream().map(c -> new Result(c, outcome(c))).toList();
  }

  private Outcome outcome(Candidate candidate) {
    NetworkSettings settings = candidates.get(candidate);
    return FoldResult.outcome(
        trained.pieces().cutting(),
        cut -> trained.fold(settings, cut).then(fold -> fold.result(trained.index(settings))),
        folds -> FoldResult.outcome(folds, problem.folds(), notes(settings)));
  }

  private List<String> notes(NetworkSettings settings) {
    return settings.patience().isEmpty()
        ? List.of()
        : List.of(Patience.note(stops(settings), "epochs"));
  }

  /** Epochs of each cut's network. */
  private int[] stops(NetworkSettings settings) {
    int[] stops = new int[trained.pieces().cutting().count()];
    Arrays.setAll(stops, cut -> trained.trained(settings, cut).epochs());
    return stops;
  }

  /** Epochs of a refit: where folds stopped early, their mean. */
  private int epochs(NetworkSettings settings) {
    return settings.patience().isEmpty() ? settings.all() : Patience.refit(stops(settings));
  }

  @Override
  public Fitted refit(Candidate candidate) {
    NetworkSettings settings = candidates.get(candidate);
    WholeFit whole =
        new WholeFit(
            ends,
            settings.fitting(),
            epochs(settings),
            problem.shift(),
            problem.seed().child("network").child("refit"));
    return engine.units(keyed.table(), whole).get(0).result();
  }

  @Override
  public OutOfFold outOfFold(Candidate candidate) {
    NetworkSettings settings = candidates.get(candidate);
    Trained its =
        trained.pieces().keep() == Keep.PREDICTIONS
            ? trained
            : trained(List.of(settings.fitting()), List.of(settings.all()), Keep.PREDICTIONS);
    return KeyedPredictions.of(
        keyed,
        problem,
        its.pieces().cutting(),
        cut -> its.fold(settings, cut).result().predictions().get(its.index(settings)));
  }
}
