package tenfold.core.learn.logistic;

import java.util.Collections;
import tenfold.core.learn.terms.Expander;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Shape;
import tenfold.core.sweep.TooLarge;

/**
 * What a logistic sweep would cost, as far as it can be told before it is known how fast models
 * converge.
 *
 * <p>The driver's bytes are those of the models. Where {@code select.by} asks for an area under a
 * curve, it holds beside them the rows held out of one candidate's folds, or of more candidates in
 * {@link Room}: 12 bytes a row and 8 a logit, of at most 10,000,000 probabilities in a fold. So at
 * most 200 MB a fold of two classes, and half as much again while they are gathered ({@link
 * tenfold.core.metric.ScoredRows}).
 */
final class LogisticCost {

  /**
   * Passes over the whole part's models, and over those of the folds, that a well-posed sweep
   * takes.
   */
  private static final int WHOLE = 8;

  private static final int FOLDS = 3;

  /** Passes by which many weights converge. */
  private static final int LONG = 100;

  /** Models that leave a row out, each, that can be asked for. */
  private static final long SINGLE = 100_000;

  /** Most numbers of one array, which a chunk of rows is. */
  private static final double ARRAY = Integer.MAX_VALUE - 8.0;

  private LogisticCost() {}

  static Cost of(LogisticGrid grid, Shape shape) {
    int largest = Collections.max(grid.degrees());
    long models = shape.models() * grid.lambdas().size();
    if (shape.leaveOneOut() && models * grid.degrees().size() > SINGLE) {
      throw new TooLarge(
          ("split.folds is leave-one-out, which for logistic is a fit for each of %d rows and %d"
                  + " candidates: more than %d; use a number of folds")
              .formatted(shape.models(), grid.degrees().size() * grid.lambdas().size(), SINGLE));
    }
    long most = 0;
    double passes = 0;
    double driver = 0;
    for (int degree : grid.degrees()) {
      long terms =
          Terms.count(
              shape.indicators(), shape.numbers(), degree, Terms.Mixing.of(grid.interactions()));
      double outputs = Link.of(shape.classes()).outputs();
      double weights = outputs * (1.0 + terms);
      boolean curved = weights <= Room.USUAL.weights();
      double cuts = shape.repeats();
      int many = curved ? FOLDS : LONG;
      passes += cuts * (1 + (curved ? WHOLE + 1 : LONG) + many);
      double all = models + cuts * grid.lambdas().size(); // and those of the whole part
      driver += all * weights * (curved ? weights : Lbfgs.VECTORS) * Double.BYTES;
      most = Math.max(most, terms);
    }
    double chunk = Expander.ROWS * (most + 2.0); // the constant, and a column to spare
    double limit = Runtime.getRuntime().maxMemory();
    if (chunk > ARRAY) {
      throw new TooLarge(
          ("logistic.degree is %d, which over %d columns makes %s terms: %d rows of them at a time"
                  + " need %.3g bytes, and one array holds %.3g; use a lower degree, interactions ="
                  + " false or fewer columns")
              .formatted(
                  largest,
                  shape.numbers() + shape.indicators(),
                  most == Long.MAX_VALUE ? "more than 10^18" : Long.toString(most),
                  Expander.ROWS,
                  chunk * Double.BYTES,
                  ARRAY * Double.BYTES));
    }
    if (driver > limit) {
      throw new TooLarge(
          ("logistic.degree is %d, which over %d columns makes %d terms: %d models of them need"
                  + " %.3g bytes, and %.3g are to be had; use a lower degree, interactions = false,"
                  + " fewer lambdas or a larger driver memory")
              .formatted(
                  largest, shape.numbers() + shape.indicators(), most, models, driver, limit));
    }
    long candidates = (long) grid.degrees().size() * grid.lambdas().size();
    return new Cost(
        candidates,
        candidates * shape.models(),
        candidates * shape.models(),
        (int) passes,
        Room.USUAL.bytes() + (long) (chunk * Double.BYTES),
        (long) driver);
  }
}
