package tenfold.core.learn.boost;

import java.util.Arrays;
import java.util.List;
import tenfold.core.fold.Folds;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Patience;
import tenfold.core.sweep.Unit;

/**
 * Boosters and what each came to.
 *
 * @param folds what the groups of the pieces came to
 */
record Boosted(BoostPieces pieces, List<Unit<BoostFold>> folds) {

  /** What the settings' booster came to on a cut where it is known to have been trained. */
  BoostFold trained(BoostSettings settings, int cut) {
    return fold(settings, cut).result();
  }

  private Unit<BoostFold> fold(BoostSettings settings, int cut) {
    return folds.get(pieces.group(settings.growing(), cut));
  }

  /** Predictions of the rows that a cut holds out, where they were kept. */
  double[] predictions(BoostSettings settings, int cut) {
    return trained(settings, cut).predictions().get(index(settings));
  }

  private int index(BoostSettings settings) {
    return pieces.rounds().indexOf(settings.rounds());
  }

  /** What the settings came to on all cuts. */
  Outcome outcome(BoostSettings settings, Folds dealt) {
    return FoldResult.outcome(
        pieces.cutting(),
        cut -> fold(settings, cut).map(fold -> fold.results().get(index(settings))),
        folds -> FoldResult.outcome(folds, dealt, notes(settings)));
  }

  private List<String> notes(BoostSettings settings) {
    return settings.patience().isPresent()
        ? List.of(Patience.note(stops(settings), "rounds"))
        : List.of();
  }

  /** Rounds of each cut's booster. */
  int[] stops(BoostSettings settings) {
    int[] stops = new int[pieces.cutting().count()];
    Arrays.setAll(stops, cut -> trained(settings, cut).rounds());
    return stops;
  }
}
