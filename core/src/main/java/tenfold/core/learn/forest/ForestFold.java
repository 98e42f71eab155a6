package tenfold.core.learn.forest;

import java.io.Serializable;
import java.util.List;
import tenfold.core.sweep.FoldResult;

/**
 * What the trees of one fold came to.
 *
 * @param results one for each number of trees and combination of limits: number by number
 * @param predictions the same, each with {@code held rows * outputs} numbers for the rows held out,
 *     ascending (out of bag: for all rows); empty where nobody asked
 */
record ForestFold(List<FoldResult> results, List<double[]> predictions) implements Serializable {

  ForestFold {
    results = List.copyOf(results);
    predictions = List.copyOf(predictions);
  }
}
