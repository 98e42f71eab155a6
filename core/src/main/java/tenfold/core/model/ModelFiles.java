package tenfold.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tenfold.core.data.DataException;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.learn.ridge.RidgeModel;

/**
 * A model as files: {@code manifest.json} says what it is and which columns it expects, a second
 * file holds its numbers. Numbers are written in full, so a model that was read predicts what the
 * written one did, bit for bit.
 */
public final class ModelFiles {

  private static final String MANIFEST = "manifest.json";
  private static final int FORMAT = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ModelFiles() {}

  /** Returns the files of a model, the manifest last, so that where it stands the others do. */
  public static Map<String, String> of(SavedModel model) {
    Map<String, String> files = new LinkedHashMap<>();
    if (!(model.fitted() instanceof RidgeModel ridge)) {
      throw new IllegalArgumentException("no files for a " + model.fitted().getClass());
    }
    files.put(RidgeFile.NAME, text(RidgeFile.write(ridge, JSON.createObjectNode())));
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("format", FORMAT).put("model", "ridge").put("numbers", RidgeFile.NAME);
    manifest.put("target", model.schema().target());
    manifest.put("task", model.schema().task().name().toLowerCase(Locale.ROOT));
    ObjectNode options = manifest.putObject("options");
    new TreeMap<>(model.options())
        .forEach((key, value) -> options.set(key, JSON.valueToTree(value)));
    ArrayNode features = manifest.putArray("features");
    for (Feature feature : model.schema().features()) {
      features
          .addObject()
          .put("name", feature.name())
          .put("kind", feature.kind().name().toLowerCase(Locale.ROOT));
    }
    files.put(MANIFEST, text(manifest));
    return files;
  }

  /**
   * Reads a model.
   *
   * @param file returns a file's text by its name, nothing if it is not there
   * @param where names the model in errors
   * @throws DataException if there is no model, or one that this version cannot read
   */
  public static SavedModel read(Function<String, Optional<String>> file, String where) {
    JsonNode manifest = json(file, MANIFEST, where);
    if (manifest.path("format").asInt() != FORMAT
        || !manifest.path("model").asText().equals("ridge")) {
      throw new DataException(
          "%s/%s is a %s model of format %s; this version reads ridge models of format %d"
              .formatted(
                  where,
                  MANIFEST,
                  manifest.path("model").asText(),
                  manifest.path("format"),
                  FORMAT));
    }
    List<Feature> features = new ArrayList<>();
    for (JsonNode feature : manifest.path("features")) {
      features.add(
          new Feature(
              feature.path("name").asText(),
              Kind.valueOf(feature.path("kind").asText().toUpperCase(Locale.ROOT))));
    }
    Schema schema =
        new Schema(
            features,
            manifest.path("target").asText(),
            Task.valueOf(manifest.path("task").asText().toUpperCase(Locale.ROOT)),
            List.of());
    Map<String, Object> options =
        JSON.convertValue(manifest.path("options"), new TypeReference<Map<String, Object>>() {});
    return new SavedModel(
        schema,
        options == null ? Map.of() : options,
        RidgeFile.read(json(file, RidgeFile.NAME, where)));
  }

  private static JsonNode json(Function<String, Optional<String>> file, String name, String where) {
    String text =
        file.apply(name)
            .orElseThrow(
                () ->
                    new DataException(
                        "%s holds no model: there is no %s; name a run's model directory"
                            .formatted(where, name)));
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new DataException(
          "%s/%s is damaged: %s".formatted(where, name, e.getOriginalMessage()));
    }
  }

  private static String text(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a model holds only numbers and text", e);
    }
  }
}
