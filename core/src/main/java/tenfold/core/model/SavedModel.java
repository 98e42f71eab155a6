package tenfold.core.model;

import tenfold.core.data.Fitted;
import tenfold.core.data.Schema;

/**
 * A model with the columns that it expects.
 *
 * @param schema the columns it was trained on; ids are empty, since a model does not need them
 * @param fitted predicts
 */
public record SavedModel(Schema schema, Fitted fitted) {}
