package tenfold.core.sweep;

import tenfold.core.data.Block;
import tenfold.core.data.Fitted;
import tenfold.core.fold.Folds;
import tenfold.core.metric.RegressionScore;

/**
 * Opens the test part: the only code that looks at its targets. Runs once, for the refitted winner.
 */
public record TestPass(Folds folds, Fitted model) implements Aggregation<RegressionScore> {

  @Override
  public String label() {
    return "opening the test part";
  }

  @Override
  public RegressionScore zero() {
    return new RegressionScore();
  }

  @Override
  public void add(RegressionScore into, Block block) {
    int[] part = folds.of(block, 0);
    double[] predicted = model.predict(block);
    for (int i = 0; i < part.length; i++) {
      if (part[i] == Folds.TEST) {
        into.add(block.target()[i], predicted[i], block.weight(i));
      }
    }
  }

  @Override
  public RegressionScore merge(RegressionScore into, RegressionScore from) {
    into.merge(from);
    return into;
  }
}
