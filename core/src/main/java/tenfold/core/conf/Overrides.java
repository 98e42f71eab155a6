package tenfold.core.conf;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Settings of the command line, {@code key=value}. A value is HOCON where it can be nothing else (a
 * list, a block, quoted text, a number, true, false, null) and otherwise the text as it stands, so
 * that addresses and paths need no quotes.
 */
final class Overrides {

  private static final Pattern HOCON =
      Pattern.compile(
          "[\\[{\"].*|-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?|true|false|null", Pattern.DOTALL);

  private static final ConfigParseOptions OPTIONS =
      ConfigParseOptions.defaults().setOriginDescription(Source.OVERRIDE);

  private Overrides() {}

  /** Returns the configuration with the overrides laid over it, the later over the earlier. */
  static Config over(Config config, List<String> overrides) {
    Config out = config;
    for (String override : overrides) {
      out = setting(override).toConfig().withFallback(out);
    }
    return out;
  }

  private static ConfigObject setting(String override) {
    int equals = override.indexOf('=');
    if (equals < 1) {
      throw new ConfigurationException(
          "%s: %s is not key=value; write for example -D split.folds=5"
              .formatted(Source.OVERRIDE, Words.quoted(override)));
    }
    ConfigValue value = value(override, override.substring(equals + 1).strip());
    List<String> path = path(override.substring(0, equals).strip());
    for (int i = path.size() - 1; i >= 0; i--) {
      value = ConfigValueFactory.fromMap(Map.of(path.get(i), value), Source.OVERRIDE);
    }
    return (ConfigObject) value;
  }

  private static List<String> path(String key) {
    try {
      return ConfigUtil.splitPath(key);
    } catch (ConfigException e) {
      throw new ConfigurationException(
          "%s: %s is not the name of a setting; write for example -D split.folds=5"
              .formatted(Source.OVERRIDE, Words.quoted(key)),
          e);
    }
  }

  private static ConfigValue value(String override, String text) {
    if (!HOCON.matcher(text).matches()) {
      return ConfigValueFactory.fromAnyRef(text, Source.OVERRIDE);
    }
    try {
      ConfigObject parsed = ConfigFactory.parseString("value = " + text, OPTIONS).root();
      if (parsed.size() == 1) {
        return parsed.get("value");
      }
    } catch (ConfigException e) {
      throw malformed(override, e);
    }
    throw malformed(override, null);
  }

  private static ConfigurationException malformed(String override, ConfigException cause) {
    String key = override.substring(0, override.indexOf('=')).strip();
    return new ConfigurationException(
        "%s: the value of %s begins like a list, a block or quoted text but is none; close it, or"
                .formatted(Source.OVERRIDE, key)
            + " put text in quotes",
        cause);
  }
}
