package tenfold.core.learn.logistic;

import java.io.Serializable;

/**
 * What each part's rows sum to: the weight of each class, then for each term weight times value and
 * weight times square. Mergeable.
 */
final class Sums implements Serializable {

  private static final long serialVersionUID = 1;

  private final double[][] part;

  Sums(int parts, int classes, int terms) {
    part = new double[parts][classes + 2 * terms];
  }

  /** The sums of a part; not to be modified. */
  double[] part(int number) {
    return part[number];
  }

  /** Adds the chunk's rows to a part. */
  void add(int number, int classes, int terms, Lines lines, int from, int to) {
    double[] into = part[number];
    for (int i = from; i < to; i++) {
      into[lines.truth(i)] += lines.weight(i);
    }
    for (int j = 0; j < terms; j++) {
      int column = (1 + j) * lines.ld();
      double sum = 0;
      double squares = 0;
      for (int i = from; i < to; i++) {
        double weighted = lines.weight(i) * lines.x()[column + i];
        sum += weighted;
        squares += weighted * lines.x()[column + i];
      }
      into[classes + j] += sum;
      into[classes + terms + j] += squares;
    }
  }

  void merge(Sums other) {
    for (int p = 0; p < part.length; p++) {
      part[p] = plus(part[p], other.part[p]);
    }
  }

  /** Returns the sum of two parts, of which either may be null: no rows. */
  static double[] plus(double[] a, double[] b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    double[] out = a.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] += b[i];
    }
    return out;
  }
}
