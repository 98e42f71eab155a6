package tenfold.core.learn.forest;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import tenfold.core.data.Classes;
import tenfold.core.data.Table;
import tenfold.core.metric.ClassScore;
import tenfold.core.metric.Confusion;
import tenfold.core.metric.RegressionScore;
import tenfold.core.metric.Score;
import tenfold.core.metric.ScoredRows;
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
    int[] rows = rows(table, i -> cutting.holds(table, cut, i));
    return count(table, rows, votes, i -> trees, scale);
  }

  /** Counts for every row the votes of the trees that did not draw it. */
  static Counted outOfBag(Table table, double[] votes, int[] voters, double scale) {
    return count(table, rows(table, i -> true), votes, i -> voters[i], scale);
  }

  /** Returns J on the rows that train in a cut. */
  static double training(
      Table table, Cutting cutting, int cut, double[] votes, int trees, double scale) {
    int[] rows = rows(table, i -> cutting.trains(table, cut, i));
    double[] predicted = predicted(table, rows, votes, i -> trees, scale);
    if (table.classes().isEmpty()) {
      return numbers(table, rows, predicted).j();
    }
    int classes = table.classes().size();
    Confusion confusion = new Confusion(classes);
    for (int i = 0; i < rows.length; i++) {
      int likeliest = Classes.likeliest(predicted, i, classes);
      confusion.add(table.label()[rows[i]], likeliest, table.weight(rows[i]));
    }
    return confusion.j();
  }

  private static int[] rows(Table table, IntPredicate which) {
    return IntStream.range(0, table.rows()).filter(which).toArray();
  }

  private static Counted count(
      Table table, int[] rows, double[] votes, IntUnaryOperator voters, double scale) {
    double[] predicted = predicted(table, rows, votes, voters, scale);
    Score score =
        table.classes().isEmpty()
            ? numbers(table, rows, predicted)
            : classes(table, rows, predicted);
    return new Counted(score, predicted);
  }

  private static double[] predicted(
      Table table, int[] rows, double[] votes, IntUnaryOperator voters, double scale) {
    int outputs = Math.max(1, table.classes().size());
    double[] predicted = new double[rows.length * outputs];
    for (int i = 0; i < predicted.length; i++) {
      int row = rows[i / outputs];
      int trees = voters.applyAsInt(row);
      predicted[i] =
          trees == 0 ? Double.NaN : Votes.mean(votes[row * outputs + i % outputs], trees, scale);
    }
    return predicted;
  }

  private static RegressionScore numbers(Table table, int[] rows, double[] predicted) {
    RegressionScore score = new RegressionScore();
    for (int i = 0; i < rows.length; i++) {
      if (!Double.isNaN(predicted[i])) {
        score.add(table.target()[rows[i]], predicted[i], table.weight(rows[i]));
      }
    }
    return score;
  }

  private static ClassScore classes(Table table, int[] rows, double[] predicted) {
    int classes = table.classes().size();
    ScoredRows scored = new ScoredRows(classes);
    for (int i = 0; i < rows.length; i++) {
      if (!Double.isNaN(predicted[i * classes])) {
        scored.add(table.label()[rows[i]], predicted, i * classes, table.weight(rows[i]));
      }
    }
    return scored.score();
  }
}
