package tenfold.core.sweep;

import java.io.Serializable;
import tenfold.core.data.Block;

/** A fitted model, able to predict rows as they were read. */
public interface Fitted extends Serializable {

  /** Predicts each row of the block. */
  double[] predict(Block block);
}
