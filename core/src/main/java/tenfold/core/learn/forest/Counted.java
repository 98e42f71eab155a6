package tenfold.core.learn.forest;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import tenfold.core.data.Classes;
import tenfold.core.data.Table;
import tenfold.core.metric.Confusion;
import tenfold.core.metric.RegressionScore;
import tenfold.core.metric.Score;
import tenfold.core.sweep.Cutting;

/** A ballot counted: what a forest predicts for some rows, and how that does. */
final class Counted {

  private final Score score;
  private final double[] predictions;

  private Counted(Score score, double[] predictions) {
    this.score = score;
    this.predictions = predictions;
  }

  /** The score of the rows. */
  Score score() {
    return score;
  }

  /**
   * For each row a number, less the problem's shift, or a probability of each class; NaN where no
   * tree voted.
   */
  double[] predictions() {
    return predictions;
  }

  /** Counts the votes on the rows held out of a cut. */
  static Counted heldOut(
      Table table, Cutting cutting, int cut, double[] votes, int trees, double scale) {
    return count(table, i -> cutting.holds(table, cut, i), votes, i -> trees, scale);
  }

  /** Counts for every row the votes of the trees that did not draw it. */
  static Counted outOfBag(Table table, double[] votes, int[] voters, double scale) {
    return count(table, i -> true, votes, i -> voters[i], scale);
  }

  /** Returns J on the rows that train in a cut. */
  static double training(
      Table table, Cutting cutting, int cut, double[] votes, int trees, double scale) {
    return count(table, i -> cutting.trains(table, cut, i), votes, i -> trees, scale).score.j();
  }

  private static Counted count(
      Table table, IntPredicate which, double[] votes, IntUnaryOperator voters, double scale) {
    int[] rows = IntStream.range(0, table.rows()).filter(which).toArray();
    int outputs = Math.max(1, table.classes().size());
    double[] predicted = new double[rows.length * outputs];
    Confusion classes = new Confusion(outputs);
    RegressionScore numbers = new RegressionScore();
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      int trees = voters.applyAsInt(row);
      if (trees == 0) {
        Arrays.fill(predicted, i * outputs, (i + 1) * outputs, Double.NaN);
        continue;
      }
      for (int c = 0; c < outputs; c++) {
        predicted[i * outputs + c] = Votes.mean(votes[row * outputs + c], trees, scale);
      }
      if (table.classes().isEmpty()) {
        numbers.add(table.target()[row], predicted[i], table.weight(row));
      } else {
        int likeliest = Classes.likeliest(predicted, i, outputs);
        classes.add(table.label()[row], likeliest, table.weight(row));
      }
    }
    return new Counted(table.classes().isEmpty() ? numbers : classes, predicted);
  }
}
