package tenfold.core.sweep;

import java.io.Serializable;
import tenfold.core.data.Block;

/** Predicts every row by the model that did not train on it; can be shipped to the data. */
public interface OutOfFold extends Serializable {

  /**
   * Predicts each row of the block by the model of the fold that holds it; NaN for rows that are
   * never tested and for rows of the test part.
   */
  double[] predict(Block block);
}
