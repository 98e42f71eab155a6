package tenfold.jobs.spark.trees;

import java.io.Serializable;
import java.util.List;
import tenfold.core.data.Classes;
import tenfold.core.learn.forest.Votes;
import tenfold.core.metric.Confusion;
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

  /** Returns the number predicted, less the shift, or the number of the class predicted. */
  double predicted(double[] sums, int place, int trees, double scale) {
    return classes.isEmpty()
        ? mean(sums[place], trees, scale)
        : Classes.likeliest(sums, place, classes.size());
  }

  /** J of one row. */
  double cost(double truth, double predicted) {
    double d = predicted - truth;
    return classes.isEmpty() ? d * d / 2 : d == 0 ? 0 : 1;
  }

  /** The score of no rows. */
  Score score() {
    return classes.isEmpty() ? new RegressionScore() : new Confusion(classes.size());
  }

  /** Adds a row to a score. */
  static void add(Score into, double truth, double predicted, double w) {
    if (into instanceof Confusion confusion) {
      confusion.add((int) truth, (int) predicted, w);
    } else {
      ((RegressionScore) into).add(truth, predicted, w);
    }
  }
}
