package tenfold.core.learn.boost;

import java.io.Serializable;
import java.util.List;
import tenfold.core.sweep.FoldResult;

/**
 * What a booster came to on one fold.
 *
 * @param results one for each number of rounds that is scored
 * @param predictions likewise of the rows held out, as {@link Answers} has them, regressions less
 *     the shift; none where nobody asks for them
 * @param rounds that the last of them has
 */
record BoostFold(List<FoldResult> results, List<double[]> predictions, int rounds)
    implements Serializable {

  BoostFold {
    results = List.copyOf(results);
    predictions = List.copyOf(predictions);
  }
}
