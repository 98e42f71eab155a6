package tenfold.core.sweep;

import java.io.Serializable;
import tenfold.core.data.Block;

/** Predicts every row by the model that did not train on it; can be shipped to the data. */
public interface OutOfFold extends Serializable {

  /**
   * Predicts each row of the block by the model of the fold that holds it; NaN for rows that are
   * never tested and for rows of the test part.
   *
   * @return a number for each row, or row-major a probability of each class, as {@link
   *     tenfold.core.data.Fitted#predict} has them
   */
  double[] predict(Block block);
}
