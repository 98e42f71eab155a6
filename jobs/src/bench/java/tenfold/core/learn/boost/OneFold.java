package tenfold.core.learn.boost;

import java.util.List;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tenfold.core.data.RawTable;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.Keep;
import tenfold.core.sweep.Problem;

/** One fold of a sweep of boosters by itself, for measuring; in this package to reach it. */
public final class OneFold {

  private final RawTable table;
  private final BoostPieces pieces;

  /** The folds of a problem, swept over every number of rounds up to {@code rounds}. */
  public OneFold(RawTable table, Problem problem, Growing growing, int rounds) {
    this.table = table;
    pieces =
        new BoostPieces(
            List.of(growing),
            IntStream.rangeClosed(1, rounds).boxed().toList(),
            BoostPieces.ENDLESS,
            Cutting.of(problem.folds()),
            Keep.NOTHING,
            problem.seed().child("boost"));
  }

  /** Trains a booster on all but the fold's rows, scored nowhere. */
  public void train(int fold) {
    int[] rows = pieces.cutting().training(table, fold);
    Growing growing = pieces.growings().get(0);
    try (Training training =
        new Training(table, rows, new int[0], growing, pieces.seed().child("cut", fold))) {
      training.rounds(pieces.rounds().size());
    } catch (XGBoostError e) {
      throw new IllegalStateException(Boosters.reason(e), e);
    }
  }

  /** Trains it and scores every number of rounds, as a sweep does. */
  public void sweep(int fold) {
    pieces.fit(table, fold);
  }
}
