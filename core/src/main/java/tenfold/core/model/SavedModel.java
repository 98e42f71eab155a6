package tenfold.core.model;

import tenfold.core.data.Schema;
import tenfold.core.sweep.Fitted;

/**
 * A model with the columns that it expects.
 *
 * @param schema the columns it was trained on; ids are empty, since a model does not need them
 * @param fitted predicts
 */
public record SavedModel(Schema schema, Fitted fitted) {}
