package tenfold.core.data;

import java.io.Serializable;

/** A fitted model, able to predict rows as they were read. */
public interface Fitted extends Serializable {

  /** Predicts each row of the block. */
  double[] predict(Block block);
}
