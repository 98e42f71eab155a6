package tenfold.core.learn.network;

import java.io.Serializable;

/**
 * How the learning rate falls: it is multiplied by {@code factor} after every {@code every} epochs.
 * It does not depend on how many epochs there will be, so that fewer are the first of many.
 *
 * @param factor above 0 and at most 1; 1: it does not fall
 * @param every epochs, at least 1
 */
public record Schedule(double factor, int every) implements Serializable {

  /** The learning rate stays. */
  public static final Schedule CONSTANT = new Schedule(1, 1);

  /** Returns the learning rate of an epoch, numbered from 1. */
  double rate(double first, int epoch) {
    int falls = (epoch - 1) / every;
    return first * Math.pow(factor, falls);
  }

  @Override
  public String toString() {
    return factor == 1 ? "constant" : "× %s every %d".formatted(factor, every);
  }
}
