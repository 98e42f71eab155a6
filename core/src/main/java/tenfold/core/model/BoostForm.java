package tenfold.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tenfold.core.data.Feature;
import tenfold.core.data.Fitted;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.learn.boost.BoostModel;
import tenfold.core.learn.boost.Boosters;

/**
 * A booster as XGBoost's own file, which any XGBoost reads. How rows become its columns stands in
 * it as an attribute: the levels of names, in the order of their 0/1 columns, and the shift.
 */
final class BoostForm implements Form {

  private static final String NOTE = "tenfold";

  @Override
  public String model() {
    return "boost";
  }

  @Override
  public Class<BoostModel> type() {
    return BoostModel.class;
  }

  @Override
  public String file() {
    return "booster.ubj";
  }

  /** XGBoost does not survive every damaged file. */
  @Override
  public Checked checked() {
    return Checked.BY_DIGEST;
  }

  @Override
  public byte[] write(Fitted fitted) {
    BoostModel model = (BoostModel) fitted;
    ObjectNode note = JsonFile.object().put("shift", model.shift());
    ArrayNode names = note.putArray("names");
    for (Inputs.Input input : model.inputs().columns()) {
      if (input.kind() == Kind.NAME) {
        ObjectNode name = names.addObject().put("column", input.name());
        input.levels().forEach(name.putArray("levels")::add);
        name.put("missing", input.missing());
      }
    }
    String text = new String(JsonFile.bytes(note), StandardCharsets.UTF_8);
    return Boosters.noted(model.file(), NOTE, text);
  }

  @Override
  public BoostModel read(byte[] file, Schema schema, List<String> classes) {
    String text =
        Boosters.note(file, NOTE)
            .orElseThrow(
                () -> new IllegalArgumentException("it has no attribute '%s'".formatted(NOTE)));
    JsonNode note = JsonFile.read(text.getBytes(StandardCharsets.UTF_8));
    List<Inputs.Input> columns = new ArrayList<>();
    int name = 0;
    for (Feature feature : schema.features()) {
      List<String> levels = new ArrayList<>();
      boolean missing = false;
      if (feature.kind() == Kind.NAME) {
        JsonNode its = note.path("names").path(name++);
        its.path("levels").forEach(level -> levels.add(level.asText()));
        missing = its.path("missing").asBoolean();
      }
      columns.add(new Inputs.Input(feature.name(), feature.kind(), levels, missing));
    }
    return new BoostModel(new Inputs(columns), classes, note.path("shift").asDouble(), file);
  }
}
