package tenfold.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tenfold.core.data.DataException;
import tenfold.core.data.Fitted;

/**
 * A model as files: {@code manifest.json} says what it is and which columns it expects, a second
 * file holds its numbers. Numbers are written in full, so a model that was read predicts what the
 * written one did, bit for bit.
 */
public final class ModelFiles {

  /** A new kind of model is one line here. */
  private static final List<Form> FORMS =
      List.of(
          new RidgeForm(),
          new LogisticForm(),
          new TreeForm(),
          new ForestForm(),
          new BoostForm(),
          new NetworkForm());

  private ModelFiles() {}

  /** Returns the files of a model, the manifest last, so that where it stands the others do. */
  public static Map<String, byte[]> of(SavedModel model) {
    Form form =
        FORMS.stream()
            .filter(f -> f.type().isInstance(model.fitted()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no files for a " + model.fitted().getClass()));
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] numbers = form.write(model.fitted());
    files.put(form.file(), numbers);
    files.put(Manifest.FILE, Manifest.write(form, numbers, model));
    return files;
  }

  /**
   * Reads a model.
   *
   * @param file returns a file's bytes by its name, nothing if it is not there
   * @param where names the model in errors
   * @throws DataException if there is no model, or one that this version cannot read
   */
  public static SavedModel read(Function<String, Optional<byte[]>> file, String where) {
    byte[] manifestFile = bytes(file, Manifest.FILE, where);
    JsonNode root = whole(where, Manifest.FILE, () -> JsonFile.read(manifestFile));
    Form form = form(root, where);
    Manifest manifest = whole(where, Manifest.FILE, () -> Manifest.read(root));
    byte[] numbers = bytes(file, form.file(), where);
    Fitted fitted =
        whole(
            where,
            form.file(),
            () -> {
              Manifest.check(root, form, numbers);
              return form.read(numbers, manifest.schema(), manifest.classes());
            });
    return new SavedModel(manifest.schema(), manifest.options(), fitted);
  }

  private static Form form(JsonNode manifest, String where) {
    String model = manifest.path("model").asText();
    return FORMS.stream()
        .filter(form -> manifest.path("format").asInt() == Manifest.FORMAT)
        .filter(form -> form.model().equals(model))
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    "%s/%s is a %s model of format %s; this version reads %s models of format %d"
                        .formatted(
                            where,
                            Manifest.FILE,
                            model,
                            manifest.path("format"),
                            FORMS.stream().map(Form::model).collect(Collectors.joining(", ")),
                            Manifest.FORMAT)));
  }

  private static byte[] bytes(Function<String, Optional<byte[]>> file, String name, String where) {
    return file.apply(name)
        .orElseThrow(
            () ->
                new DataException(
                    "%s holds no model: there is no %s; name a run's model directory"
                        .formatted(where, name)));
  }

  private static <T> T whole(String where, String name, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new DataException("%s/%s is damaged: %s".formatted(where, name, e.getMessage()));
    }
  }
}
