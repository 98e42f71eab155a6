package tenfold.core.learn.boost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenfold.core.fold.Folds;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Patience;

/**
 * Boosters and what each came to.
 *
 * @param folds what the groups of the pieces came to
 */
record Boosted(BoostPieces pieces, List<BoostFold> folds) {

  /** What the settings' booster came to on a cut where it is known to have been trained. */
  BoostFold.Trained trained(BoostSettings settings, int cut) {
    return (BoostFold.Trained) fold(settings, cut);
  }

  private BoostFold fold(BoostSettings settings, int cut) {
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
    Cutting cutting = pieces.cutting();
    List<FoldResult> results = new ArrayList<>();
    for (int cut = 0; cut < cutting.count(); cut++) {
      if (fold(settings, cut) instanceof BoostFold.Failed failed) {
        return new Outcome.Failed("fold %d: %s".formatted(cutting.fold(cut), failed.reason()));
      }
      results.add(trained(settings, cut).results().get(index(settings)));
    }
    List<String> notes =
        settings.patience().isPresent()
            ? List.of(Patience.note(stops(settings), "rounds"))
            : List.of();
    return FoldResult.outcome(results, dealt, notes);
  }

  /** Rounds of each cut's booster. */
  int[] stops(BoostSettings settings) {
    int[] stops = new int[pieces.cutting().count()];
    Arrays.setAll(stops, cut -> trained(settings, cut).rounds());
    return stops;
  }
}
