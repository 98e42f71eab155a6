package tenfold.core.data;

import java.io.Serializable;
import java.util.List;

/** A fitted model, able to predict rows as they were read. */
public interface Fitted extends Serializable {

  /**
   * The classes in the order of predicted probabilities, of several labels two for each; empty for
   * a regression.
   */
  default List<String> classes() {
    return List.of();
  }

  /** How many labels it predicts at once; 0 where it predicts one target. */
  default int labels() {
    return 0;
  }

  /**
   * Predicts each row of the block.
   *
   * @return for a regression a number for each row; for a classification, row-major, for each row a
   *     probability of each of {@link #classes()}
   */
  double[] predict(Block block);
}
