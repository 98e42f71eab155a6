package tenfold.core.learn.network;

import java.io.Serializable;
import java.util.List;

/**
 * What a network must be trained anew for.
 *
 * @param layers the hidden ones
 * @param activation of layers that name none
 * @param lambda multiplies {@code Σw² / 2m} in the cost, m being the rows that train (their
 *     weights' sum) and w all weights, not the biases; at least 0
 * @param batch rows of a step, at least 1
 * @param rate learning rate, above 0
 * @param optimizer how steps are taken
 * @param schedule how the learning rate falls
 * @param augment how rows are distorted
 */
public record Fitting(
    List<Layer> layers,
    Activation activation,
    double lambda,
    int batch,
    double rate,
    Optimizer optimizer,
    Schedule schedule,
    Augment augment)
    implements Serializable {

  public Fitting {
    layers = List.copyOf(layers);
  }

  /** The same at another learning rate. */
  Fitting at(double other) {
    return new Fitting(layers, activation, lambda, batch, other, optimizer, schedule, augment);
  }
}
