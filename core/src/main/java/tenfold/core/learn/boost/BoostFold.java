package tenfold.core.learn.boost;

import java.io.Serializable;
import java.util.List;
import tenfold.core.sweep.FoldResult;

/** What a booster came to on one fold. */
sealed interface BoostFold extends Serializable {

  /**
   * It was trained.
   *
   * @param results one for each number of rounds that is scored
   * @param predictions likewise of the rows held out, as {@link Answers} has them, regressions less
   *     the shift; none where nobody asks for them
   * @param rounds that the last of them has
   */
  record Trained(List<FoldResult> results, List<double[]> predictions, int rounds)
      implements BoostFold {

    public Trained {
      results = List.copyOf(results);
      predictions = List.copyOf(predictions);
    }
  }

  /** XGBoost gave up; {@code reason} says on what. */
  record Failed(String reason) implements BoostFold {}
}
