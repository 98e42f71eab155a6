package tenfold.core.sweep;

import java.io.Serializable;
import java.util.List;
import tenfold.core.data.DataException;
import tenfold.core.data.Encoder;
import tenfold.core.data.NumberProfile;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Folds;
import tenfold.core.seed.Seed;

/**
 * What a sweep is about, apart from the rows themselves: everything that work on a block needs to
 * know.
 *
 * @param schema the columns
 * @param classes names of the classes of the training part: in the order of their names (of their
 *     values where all are numbers), of two the positive one last; of several labels the two of
 *     each, one label after another; empty for a regression
 * @param encoder how rows become numbers
 * @param folds which part each row belongs to
 * @param rows rows of the training part
 * @param shift a round number near the target's mean, subtracted from targets so that sums of
 *     squares keep their digits; it is a device of the arithmetic and changes no model (0 for
 *     classification)
 * @param seed root of the randomness of fits
 */
public record Problem(
    Schema schema,
    List<String> classes,
    Encoder encoder,
    Folds folds,
    long rows,
    double shift,
    Seed seed)
    implements Serializable {

  public Problem {
    classes = List.copyOf(classes);
  }

  /**
   * The golden ratio. Means and deviations of whole numbers are fractions or roots of fractions,
   * and fractions keep the farthest from it: measured by it, rounding up or down does not hang on
   * the last digits, which differ with the order in which rows were added.
   */
  private static final double GOLDEN = (1 + Math.sqrt(5)) / 2;

  /**
   * Returns the problem that a survey of the training part poses.
   *
   * <p>The shift is the target's mean rounded to an eighth of its deviation's power of two: near
   * enough to keep digits, and so round that a held-out fold's targets cannot reach another fold's
   * model through it.
   *
   * @throws DataException if nothing can be learned from some fold's training rows, or tested on it
   */
  public static Problem of(Schema schema, Folds folds, Survey survey, Seed seed) {
    Trainable.check(schema, folds, survey.tallies());
    return new Problem(
        schema,
        schema.task() == Task.CLASSIFICATION
            ? survey.tallies().stream().flatMap(tally -> tally.classes().stream()).toList()
            : List.of(),
        Encoder.of(schema, survey.profile()),
        folds,
        survey.profile().rows(),
        shift(survey.profile().target()),
        seed);
  }

  private static double shift(NumberProfile target) {
    if (!(target.min() < target.max())) {
      return target.present() > 0 ? target.min() : 0;
    }
    int exponent = Math.getExponent(target.deviation() * Math.sqrt(GOLDEN));
    double grain = Math.scalb(1.0, exponent - 3);
    return Math.floor(target.mean() / grain + GOLDEN - 1) * grain;
  }

  /**
   * Returns the same problem with {@code positive} as the positive one of its two classes.
   *
   * @throws DataException if it is none of the classes, or one of more than two
   */
  public Problem positive(String positive) {
    String all = String.join("', '", classes);
    if (!classes.contains(positive)) {
      throw new DataException(
          "data.positive is '%s', which is no class of the training part; '%s' has '%s'"
              .formatted(positive, schema.target(), all));
    }
    if (classes.size() > 2) {
      throw new DataException(
          "data.positive is '%s', but '%s' has %d classes ('%s') and only one of two can be the positive one; leave it out"
              .formatted(positive, schema.target(), classes.size(), all));
    }
    String other = classes.get(1 - classes.indexOf(positive));
    return new Problem(schema, List.of(other, positive), encoder, folds, rows, shift, seed);
  }

  /** The size of the problem, for plans. */
  public Shape shape() {
    return new Shape(
        rows,
        encoder.numbers().size(),
        encoder.indicators(),
        encoder.names().size(),
        folds.folds(),
        folds.repeats(),
        folds.models() * folds.repeats(),
        folds.leaveOneOut(),
        classes.size(),
        labels());
  }

  /** How many labels are predicted at once; 0 where there is one target. */
  public int labels() {
    return schema.labels().size();
  }
}
