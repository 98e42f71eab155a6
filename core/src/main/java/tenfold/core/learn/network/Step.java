package tenfold.core.learn.network;

import java.io.Serializable;

/**
 * A layer in its place.
 *
 * @param activation linear for a layer that has none
 * @param in what it takes of a row
 * @param out what it makes of it
 */
record Step(Layer layer, Activation activation, Volume in, Volume out) implements Serializable {

  /**
   * Multiply-adds of a matrix product that one of a convolution costs: estimated from the processor
   * time of one run of {@code conf/fashion-cnn.conf}.
   */
  private static final double CONVOLVED = 20;

  /** How many numbers it makes of a row, also where no array holds as many. */
  double answers() {
    return (double) out.height() * out.width() * out.channels();
  }

  /** How many weights it has, likewise. */
  double weights() {
    if (layer instanceof Layer.Conv conv) {
      return (double) conv.kernel() * conv.kernel() * in.channels() * out.channels();
    }
    return weighs() ? (double) in.size() * out.size() : 0;
  }

  /** Lengths of the arrays of numbers that are learned. */
  int[] lengths() {
    return switch (kind()) {
      case DENSE -> new int[] {Math.multiplyExact(in.size(), out.size()), out.size()};
      case CONV -> new int[] {Math.multiplyExact(fanIn(), out.channels()), out.channels()};
      case BATCH_NORM -> new int[] {out.channels(), out.channels(), out.channels(), out.channels()};
      case POOL, DROPOUT -> new int[0];
    };
  }

  /** The kinds of layers. */
  enum Kind {
    DENSE,
    CONV,
    POOL,
    DROPOUT,
    BATCH_NORM
  }

  Kind kind() {
    if (layer instanceof Layer.Dense) {
      return Kind.DENSE;
    }
    if (layer instanceof Layer.Conv) {
      return Kind.CONV;
    }
    if (layer instanceof Layer.Pool) {
      return Kind.POOL;
    }
    return layer instanceof Layer.Dropout ? Kind.DROPOUT : Kind.BATCH_NORM;
  }

  /** The layer with its activation. */
  Layer resolved() {
    if (layer instanceof Layer.Dense dense) {
      return new Layer.Dense(dense.units(), activation);
    }
    return layer instanceof Layer.Conv conv
        ? new Layer.Conv(conv.filters(), conv.kernel(), conv.stride(), activation)
        : layer;
  }

  /** Whether it has weights that multiply. */
  boolean weighs() {
    return kind() == Kind.DENSE || kind() == Kind.CONV;
  }

  /** Numbers that one of its units sees. */
  int fanIn() {
    return layer instanceof Layer.Conv conv
        ? Math.multiplyExact(conv.kernel() * conv.kernel(), in.channels())
        : in.size();
  }

  /** Units that see one of its numbers, at most. */
  int fanOut() {
    return layer instanceof Layer.Conv conv
        ? Math.multiplyExact(conv.kernel() * conv.kernel(), out.channels())
        : out.size();
  }

  /** How many numbers are learned; batch-norm's means and variances are not learned but kept. */
  long parameters() {
    long all = 0;
    for (int length : lengths()) {
      all += length;
    }
    return all;
  }

  /** Multiply-adds of a matrix product that take as long as a row does. */
  double flops() {
    double own = weighs() ? (double) fanIn() * out.size() : out.size();
    return kind() == Kind.CONV ? CONVOLVED * own : own;
  }
}
