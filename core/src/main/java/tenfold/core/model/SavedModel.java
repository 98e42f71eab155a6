package tenfold.core.model;

import java.util.Map;
import tenfold.core.data.Fitted;
import tenfold.core.data.Schema;

/**
 * A model with the columns that it expects.
 *
 * @param schema the columns it was trained on; ids are empty, since a model does not need them
 * @param options how its data were read, so that others like them can be; without secrets
 * @param fitted predicts
 */
public record SavedModel(Schema schema, Map<String, Object> options, Fitted fitted) {

  public SavedModel {
    options = Map.copyOf(options);
  }
}
