package tenfold.core.learn.network;

import java.io.Serializable;

/**
 * A network that learned something else before.
 *
 * @param origin it and how rows become its inputs
 * @param frozen how many of its first layers stay
 * @param until epochs after which all of them learn; {@link #NEVER}
 * @param rate learning rate from then on
 */
record Begun(Origin origin, int frozen, int until, double rate) implements Serializable {

  /** The layers that stay do so to the end. */
  static final int NEVER = Integer.MAX_VALUE;
}
