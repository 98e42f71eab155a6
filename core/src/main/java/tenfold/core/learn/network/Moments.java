package tenfold.core.learn.network;

import java.io.Serializable;

/** Mean and deviation of numbers, weighted, in two passes over them. */
final class Moments implements Serializable {

  private static final long serialVersionUID = 1;

  private double weight;
  private double sum;
  private double squares;
  private float min = Float.POSITIVE_INFINITY;
  private float max = Float.NEGATIVE_INFINITY;

  /** What is added to moments; the first over all numbers, then the second. */
  enum Pass {
    MEAN {
      @Override
      void add(Moments to, float value, double weight) {
        if (!Float.isNaN(value)) {
          to.weight += weight;
          to.sum += weight * value;
          to.min = Math.min(to.min, value);
          to.max = Math.max(to.max, value);
        }
      }

      @Override
      void merge(Moments to, Moments from) {
        to.weight += from.weight;
        to.sum += from.sum;
        to.min = Math.min(to.min, from.min);
        to.max = Math.max(to.max, from.max);
      }
    },
    SQUARES {
      @Override
      void add(Moments to, float value, double weight) {
        if (!Float.isNaN(value)) {
          double d = value - to.mean();
          to.squares += weight * d * d;
        }
      }

      @Override
      void merge(Moments to, Moments from) {
        to.squares += from.squares;
      }
    };

    /** Adds a number; NaN is none. */
    abstract void add(Moments to, float value, double weight);

    /** Adds what this pass gathered of other numbers. */
    abstract void merge(Moments to, Moments from);
  }

  /** Returns the same moments, to be added to apart. */
  Moments copy() {
    Moments out = new Moments();
    out.weight = weight;
    out.sum = sum;
    out.squares = squares;
    out.min = min;
    out.max = max;
    return out;
  }

  /** The mean; 0 of no numbers. */
  double mean() {
    return weight > 0 ? sum / weight : 0;
  }

  /** The population standard deviation; exactly 0 where all numbers are one. */
  double deviation() {
    return min < max && weight > 0 ? Math.sqrt(squares / weight) : 0;
  }
}
