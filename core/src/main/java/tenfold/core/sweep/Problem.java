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
    implements Serializable {}
