package tenfold.core.conf;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads {@code data.options}: any names, since they are the reader's and not ours. Names with dots
 * may be written with quotes or without; null unsets an option.
 */
final class Options {

  private static final String USE = "text, a number, true, false or a list of texts";

  private Options() {}

  /** The options by name, in the order of their names. */
  static Map<String, Object> read(Setting setting) {
    if (setting.absent()) {
      return Map.of();
    }
    if (setting.value().valueType() != ConfigValueType.OBJECT) {
      throw setting.wrong("a block { … }");
    }
    Map<String, Object> out = new TreeMap<>();
    add((ConfigObject) setting.value(), "", setting, out);
    return Collections.unmodifiableMap(out);
  }

  private static void add(
      ConfigObject block, String prefix, Setting parent, Map<String, Object> out) {
    block.forEach(
        (key, value) -> {
          String name = prefix + key;
          Setting setting = parent.child(name, value);
          if (value.valueType() == ConfigValueType.OBJECT) {
            add((ConfigObject) value, name + ".", parent, out);
          } else if (!setting.absent() && out.put(name, plain(setting)) != null) {
            throw setting.error("is given twice, with quotes and without; give it once");
          }
        });
  }

  private static Object plain(Setting setting) {
    ConfigValue value = setting.value();
    return switch (value.valueType()) {
      case STRING, BOOLEAN -> value.unwrapped();
      case NUMBER -> {
        setting.number(new Limits(-Double.MAX_VALUE, Double.MAX_VALUE, "a finite number"));
        yield value.unwrapped();
      }
      case LIST -> setting.elements().stream().map(Options::element).toList();
      case NULL, OBJECT -> throw setting.wrong(USE);
    };
  }

  private static String element(Setting setting) {
    if (setting.value().valueType() != ConfigValueType.STRING) {
      throw setting.wrong(USE);
    }
    return (String) setting.value().unwrapped();
  }
}
