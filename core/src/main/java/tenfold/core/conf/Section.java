package tenfold.core.conf;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One block of a configuration. Opening it refuses keys that the {@link Schema} has not; reading
 * its settings notes each with its default filled in, and {@link #render} prints them so.
 */
final class Section {

  private final String path;
  private final ConfigObject object;
  private final ConfigOrigin origin;
  private final Source source;
  private final Schema.Keys keys;
  private final Map<String, String> read = new HashMap<>();
  private final Map<String, Section> blocks = new HashMap<>();

  private Section(String path, ConfigObject object, ConfigOrigin origin, Source source) {
    this.path = path;
    this.object = object;
    this.origin = origin;
    this.source = source;
    this.keys = Schema.keys(path);
    object.keySet().stream()
        .filter(key -> !keys.available().contains(key))
        .filter(key -> !keys.later().contains(key) || !isNull(object.get(key)))
        .min(Comparator.comparing((String key) -> line(object.get(key))).thenComparing(k -> k))
        .ifPresent(this::refuse);
  }

  /** Opens a whole configuration. */
  static Section root(ConfigObject object, Source source) {
    return new Section("", object, object.origin(), source);
  }

  private static boolean isNull(ConfigValue value) {
    return value.valueType() == ConfigValueType.NULL;
  }

  private static int line(ConfigValue value) {
    return value.origin().lineNumber();
  }

  private void refuse(String key) {
    String name = Words.path(path, key);
    String sentence =
        keys.later().contains(key) || keys.available().isEmpty()
            ? name + " is not available yet; " + keys.instead()
            : name + " is not a setting; " + Schema.advice(path, key);
    throw new ConfigurationException(source.place(object.get(key).origin()) + ": " + sentence);
  }

  /** The block under {@code key}; one without settings where it is left out. */
  Section block(String key) {
    return optionalBlock(key)
        .orElseGet(
            () -> {
              ConfigObject empty = ConfigFactory.empty().root();
              return keep(key, new Section(Words.path(path, key), empty, origin, source));
            });
  }

  /** The block under {@code key}; empty where it is left out or null. */
  Optional<Section> optionalBlock(String key) {
    return given(key)
        .filter(setting -> !setting.absent())
        .map(
            setting -> {
              ConfigValue value = setting.value();
              if (value.valueType() != ConfigValueType.OBJECT) {
                throw setting.wrong("a block { … }");
              }
              ConfigObject inner = (ConfigObject) value;
              return keep(key, new Section(Words.path(path, key), inner, inner.origin(), source));
            });
  }

  /** The block under {@code key} if it was opened. */
  Optional<Section> opened(String key) {
    return Optional.ofNullable(blocks.get(key));
  }

  private Section keep(String key, Section block) {
    blocks.put(key, block);
    return block;
  }

  /** Whether a setting or block is there and not null. */
  boolean has(String key) {
    return given(key).filter(setting -> !setting.absent()).isPresent();
  }

  /** Reads a setting that has a default. */
  <T> T read(String key, Function<Setting, T> as, T otherwise) {
    return note(key, given(key).map(as).orElse(otherwise));
  }

  /** Reads a setting that may be left out or null. */
  <T> Optional<T> optional(String key, Function<Setting, T> as) {
    return note(key, given(key).filter(setting -> !setting.absent()).map(as));
  }

  /** Reads a setting that must be there; {@code meaning} tells a user who left it out. */
  <T> T required(String key, Function<Setting, T> as, String meaning) {
    Setting setting =
        given(key).orElseThrow(() -> error(key, "is missing; it is %s".formatted(meaning)));
    return note(key, as.apply(setting));
  }

  /** An error about the setting {@code key} of this block; {@code sentence} goes on after it. */
  ConfigurationException error(String key, String sentence) {
    ConfigOrigin where = given(key).map(s -> s.value().origin()).orElse(origin);
    return new ConfigurationException(
        "%s: %s %s".formatted(source.place(where), Words.path(path, key), sentence));
  }

  private <T> T note(String key, T value) {
    read.put(key, Words.hocon(value));
    return value;
  }

  private Optional<Setting> given(String key) {
    if (!keys.available().contains(key)) {
      throw new IllegalArgumentException("%s has no key %s".formatted(path, key));
    }
    return Optional.ofNullable(object.get(key))
        .map(value -> new Setting(Words.path(path, key), value, source));
  }

  /** What was read of this block, defaults included, as HOCON in the schema's order. */
  String render() {
    return render("");
  }

  private String render(String indent) {
    StringBuilder out = new StringBuilder();
    for (String key : keys.available()) {
      if (read.containsKey(key)) {
        out.append("%s%s = %s\n".formatted(indent, key, read.get(key)));
      } else if (blocks.containsKey(key)) {
        String inner = blocks.get(key).render(indent + "  ");
        out.append("%s%s {\n%s%s}\n".formatted(indent, key, inner, indent));
      }
    }
    return out.toString();
  }
}
