package tenfold.jobs.spark.trees;

import java.io.Serializable;
import tenfold.core.fold.Folds;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Cutting;
import tenfold.core.sweep.FoldResult;

/**
 * Which rows a fit trains on: those of a fold of a repeat, or all of the training part.
 *
 * @param repeat which cut of the rows
 * @param fold which fold of it is held out; {@link #NONE}: none
 */
record Cut(int repeat, int fold) implements Serializable {

  private static final int NONE = -1;

  /** The training part, nothing held out. */
  static Cut none() {
    return new Cut(0, NONE);
  }

  /** Whether a row of this part is trained on. */
  boolean trains(Folds folds, int part) {
    return fold == NONE ? part != Folds.TEST : folds.trains(part, fold);
  }

  /** Which of a fit's rows one of this part is. */
  Scores.Side side(Folds folds, int part) {
    if (trains(folds, part)) {
      return Scores.Side.TRAINED;
    }
    return fold != NONE && part == fold ? Scores.Side.HELD : Scores.Side.NEITHER;
  }

  /** How a cell of a fit on these rows did. */
  FoldResult result(Scores scores, int fit, int cell) {
    return new FoldResult(repeat, fold, scores.jTrain(fit, cell), scores.held(fit, cell));
  }

  /** The randomness of a fit on these rows. */
  Seed seed(Seed parent) {
    return fold == NONE
        ? parent.child("whole")
        : parent.child("repeat", repeat).child("fold", fold);
  }

  /** What it is called: "fold 3/10", say. */
  String label(Folds folds) {
    return fold == NONE
        ? Cutting.none().label(0)
        : Cutting.of(folds).label(repeat * Cutting.of(folds).inRepeat() + fold);
  }

  @Override
  public String toString() {
    return fold == NONE
        ? "on the training part"
        : "without fold %d%s".formatted(fold, repeat > 0 ? " of repeat " + repeat : "");
  }
}
