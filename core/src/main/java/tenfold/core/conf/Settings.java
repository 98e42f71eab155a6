package tenfold.core.conf;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A merged configuration as a list of its settings, for people who compare two. */
public final class Settings {

  private Settings() {}

  /**
   * Returns the value of every setting by its whole name, such as {@code split.folds}; a list is
   * one value, {@code null} is one too.
   *
   * @param merged as {@link Experiment#merged} gives it; settings that are not known are kept
   * @param origin what messages call it, such as a file's name
   * @throws ConfigurationException if it is no HOCON
   */
  public static SortedMap<String, String> of(String merged, String origin) {
    try {
      SortedMap<String, String> out = new TreeMap<>();
      add(ConfigFactory.parseString(merged).resolve().root(), "", out);
      return out;
    } catch (ConfigException e) {
      throw new ConfigurationException(
          "%s: cannot be read as HOCON: %s".formatted(origin, e.getMessage()), e);
    }
  }

  // Not Config.entrySet(), which leaves out what is null.
  private static void add(
      Map<String, ConfigValue> block, String path, SortedMap<String, String> out) {
    block.forEach(
        (key, value) -> {
          String name = path + key;
          if (value instanceof ConfigObject inner && !inner.isEmpty()) {
            add(inner, name + ".", out);
          } else {
            out.put(name, value.render(ConfigRenderOptions.concise()));
          }
        });
  }
}
