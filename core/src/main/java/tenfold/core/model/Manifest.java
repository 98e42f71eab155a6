package tenfold.core.model;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;

/**
 * What a model says of itself, beside its kind.
 *
 * @param schema the columns that it expects
 * @param classes what it predicts, two for each of several labels, empty for numbers
 * @param options how its data were read
 */
record Manifest(Schema schema, List<String> classes, Map<String, Object> options) {

  static final String FILE = "manifest.json";
  static final int FORMAT = 1;

  private static final String DIGEST = "sha256";

  /** Returns the file of a model whose numbers are of this form. */
  static byte[] write(Form form, byte[] numbers, SavedModel saved) {
    ObjectNode root = JsonFile.object();
    root.put("format", FORMAT).put("model", form.model()).put("numbers", form.file());
    if (form.checked() == Form.Checked.BY_DIGEST) {
      root.put(DIGEST, digest(numbers));
    }
    if (saved.schema().labels().isEmpty()) {
      root.put("target", saved.schema().target());
    } else {
      saved.schema().labels().forEach(root.putArray("labels")::add);
    }
    root.put("task", key(saved.schema().task()));
    if (!saved.fitted().classes().isEmpty()) {
      saved.fitted().classes().forEach(root.putArray("classes")::add);
    }
    ObjectNode options = root.putObject("options");
    new TreeMap<>(saved.options())
        .forEach((key, value) -> options.set(key, JsonFile.MAPPER.valueToTree(value)));
    ArrayNode features = root.putArray("features");
    for (Feature feature : saved.schema().features()) {
      features.addObject().put("name", feature.name()).put("kind", key(feature.kind()));
    }
    return JsonFile.bytes(root);
  }

  /**
   * Checks numbers before they are read, where their form asks for that.
   *
   * @throws IllegalArgumentException if they are not those that were written
   */
  static void check(JsonNode root, Form form, byte[] numbers) {
    if (form.checked() == Form.Checked.BY_DIGEST
        && !digest(numbers).equals(root.path(DIGEST).asText())) {
      throw new IllegalArgumentException(
          "its SHA-256 is %s and %s says '%s'"
              .formatted(digest(numbers), FILE, root.path(DIGEST).asText()));
    }
  }

  private static String digest(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Reads a manifest of this format.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  static Manifest read(JsonNode root) {
    List<Feature> features = new ArrayList<>();
    for (JsonNode feature : root.path("features")) {
      Kind kind = constant(Kind.values(), feature.path("kind").asText());
      features.add(new Feature(feature.path("name").asText(), kind));
    }
    List<String> classes = new ArrayList<>();
    root.path("classes").forEach(name -> classes.add(name.asText()));
    Task task = constant(Task.values(), root.path("task").asText());
    Map<String, Object> options =
        JsonFile.MAPPER.convertValue(
            root.path("options"), new TypeReference<Map<String, Object>>() {});
    return new Manifest(
        new Schema(features, targets(root), task, List.of()),
        classes,
        options == null ? Map.of() : options);
  }

  private static List<String> targets(JsonNode root) {
    List<String> targets = new ArrayList<>();
    root.path("labels").forEach(name -> targets.add(name.asText()));
    return targets.isEmpty() ? List.of(root.path("target").asText()) : targets;
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E constant(E[] known, String key) {
    return Arrays.stream(known)
        .filter(constant -> key(constant).equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is none of %s"
                        .formatted(key, Arrays.stream(known).map(Manifest::key).toList())));
  }
}
