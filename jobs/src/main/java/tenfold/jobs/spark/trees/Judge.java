package tenfold.jobs.spark.trees;

import java.io.Serializable;
import java.util.List;
import tenfold.core.data.Classes;
import tenfold.core.learn.forest.Votes;
import tenfold.core.metric.ClassScore;
import tenfold.core.metric.RegressionScore;
import tenfold.core.metric.Score;

/**
 * Turns what trees say into predictions.
 *
 * @param classes of a classification; empty for a regression
 * @param sampling whether trees say votes or what they hold
 */
record Judge(List<String> classes, Sampling sampling) implements Serializable {

  Judge {
    classes = List.copyOf(classes);
  }

  /** Numbers that a node says. */
  int outputs() {
    return Math.max(1, classes.size());
  }

  /** Returns a share or a number, less the shift, where so many trees said this in sum. */
  double mean(double sum, int trees, double scale) {
    return sampling == Sampling.ALL ? sum : Votes.mean(sum, trees, scale);
  }

  /**
   * Writes what so many trees say together: a number, less the shift, or a probability of each
   * class.
   *
   * @param sums what they said under each limit, {@link #outputs} numbers each
   * @param place which limit
   * @param said written
   */
  void means(double[] sums, int place, int trees, double scale, double[] said) {
    for (int c = 0; c < said.length; c++) {
      said[c] = mean(sums[place * said.length + c], trees, scale);
    }
  }

  /** J of one row, of which this was said. */
  double cost(double truth, double[] said) {
    double d = said[0] - truth;
    return classes.isEmpty() ? d * d / 2 : Classes.likeliest(said, 0, said.length) == truth ? 0 : 1;
  }

  /** The score of no rows. */
  Score score() {
    return classes.isEmpty() ? new RegressionScore() : new ClassScore(classes.size());
  }

  /** Adds a row, of which this was said, to a score. */
  static void add(Score into, double truth, double[] said, double w) {
    if (into instanceof ClassScore score) {
      score.add((int) truth, said, 0, w);
    } else {
      ((RegressionScore) into).add(truth, said[0], w);
    }
  }
}
