package tenfold.core.data;

import java.io.Serializable;
import java.util.List;

/** A fitted model, able to predict rows as they were read. */
public interface Fitted extends Serializable {

  /** The classes in the order of predicted probabilities; empty for a regression. */
  default List<String> classes() {
    return List.of();
  }

  /**
   * Predicts each row of the block.
   *
   * @return for a regression a number for each row; for a classification, row-major, for each row a
   *     probability of each of {@link #classes()}
   */
  double[] predict(Block block);
}
