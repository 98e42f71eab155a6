package tenfold.core.learn.network;

import java.io.Serializable;
import java.util.List;

/**
 * How a network that came from elsewhere learns on when its new output has learned: with all of its
 * layers.
 *
 * @param epochs numbers of them that are swept, at least 0 each
 * @param rate learning rate, above 0
 */
public record FineTune(List<Integer> epochs, double rate) implements Serializable {

  public FineTune {
    epochs = List.copyOf(epochs);
  }
}
