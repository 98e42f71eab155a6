package tenfold.core.sweep;

import java.io.Serializable;
import java.util.Map;

/**
 * How a candidate did on one fold.
 *
 * @param repeat which cut of the rows, from 0
 * @param fold which fold of it was held out, from 0
 * @param rows rows held out
 * @param jTrain J on the rows that trained the model
 * @param jCv J on the rows held out
 * @param metrics scores on the rows held out, by name; one that is not defined there is absent
 */
public record FoldScore(
    int repeat, int fold, long rows, double jTrain, double jCv, Map<String, Double> metrics)
    implements Serializable {

  public FoldScore {
    metrics = Map.copyOf(metrics);
  }
}
