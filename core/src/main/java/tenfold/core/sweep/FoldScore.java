package tenfold.core.sweep;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  /** Mean of each metric over the folds that have it. */
  public static Map<String, Double> means(List<FoldScore> scores) {
    return mean(scores.stream().map(FoldScore::metrics).toList());
  }

  /** Mean of each value over the maps that have it. */
  static Map<String, Double> mean(List<Map<String, Double>> some) {
    Map<String, Double> sum = new TreeMap<>();
    Map<String, Integer> count = new TreeMap<>();
    for (Map<String, Double> one : some) {
      one.forEach(
          (name, value) -> {
            sum.merge(name, value, Double::sum);
            count.merge(name, 1, Integer::sum);
          });
    }
    sum.replaceAll((name, value) -> value / count.get(name));
    return sum;
  }
}
