package tenfold.core.learn.network;

import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/** How slopes move the numbers of a network. */
public enum Optimizer {
  /** Kingma and Ba, "Adam: A method for stochastic optimization", ICLR 2015; its own constants. */
  ADAM {
    @Override
    IUpdater updater(double rate) {
      return new Adam(rate);
    }
  },

  /** Straight down. */
  SGD {
    @Override
    IUpdater updater(double rate) {
      return new Sgd(rate);
    }
  },

  /**
   * With nine tenths of the last movement: Sutskever and others, "On the importance of
   * initialization and momentum in deep learning", ICML 2013.
   */
  MOMENTUM {
    @Override
    IUpdater updater(double rate) {
      return new Nesterovs(rate, 0.9);
    }
  };

  abstract IUpdater updater(double rate);
}
