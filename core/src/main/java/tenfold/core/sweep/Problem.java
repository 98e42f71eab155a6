package tenfold.core.sweep;

import java.io.Serializable;
import tenfold.core.data.Encoder;
import tenfold.core.data.Schema;
import tenfold.core.fold.Folds;
import tenfold.core.seed.Seed;

/**
 * What a sweep is about, apart from the rows themselves: everything that work on a block needs to
 * know.
 *
 * @param schema the columns
 * @param encoder how rows become numbers
 * @param folds which part each row belongs to
 * @param rows rows of the training part
 * @param shift a round number near the target's mean, subtracted from targets so that sums of
 *     squares keep their digits; it is a device of the arithmetic and changes no model (0 for
 *     classification)
 * @param seed root of the randomness of fits
 */
public record Problem(
    Schema schema, Encoder encoder, Folds folds, long rows, double shift, Seed seed)
    implements Serializable {

  /**
   * Returns the problem that a survey of the training part poses.
   *
   * <p>The shift is the target's mean rounded to an eighth of its deviation's power of two: near
   * enough to keep digits, and so round that a held-out fold's targets cannot reach another fold's
   * model through it.
   */
  public static Problem of(Schema schema, Folds folds, Survey survey, Seed seed) {
    double mean = survey.profile().target().mean();
    double deviation = survey.profile().target().deviation();
    double grain = deviation > 0 ? Math.scalb(1.0, Math.getExponent(deviation) - 3) : 0;
    double shift = grain > 0 ? Math.rint(mean / grain) * grain : mean;
    return new Problem(
        schema, Encoder.of(schema, survey.profile()), folds, survey.profile().rows(), shift, seed);
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
        folds.leaveOneOut());
  }
}
