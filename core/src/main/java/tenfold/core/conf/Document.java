package tenfold.core.conf;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * A configuration as the parser gives it: includes read, overrides laid over, substitutions made.
 *
 * @param root its settings
 * @param source where it came from
 */
record Document(ConfigObject root, Source source) {

  /** What the parser says of every token that it did not expect, a missing brace too. */
  private static final String PARENTHESES = "expecting a close parentheses ')' here";

  static Document read(Path file, List<String> overrides) {
    String name = file.toString();
    if (Files.notExists(file)) {
      throw new ConfigurationException(
          "%s: there is no such file; give the path of a configuration".formatted(name));
    }
    if (Files.isDirectory(file) || !Files.isReadable(file)) {
      throw new ConfigurationException(
          "%s: this is a directory or cannot be read; give the path of a configuration"
              .formatted(name));
    }
    // A relative file has no parent to the parser, and its includes would not be found.
    Path absolute = file.toAbsolutePath();
    Source source = new Source(name, absolute.toString());
    return parse(
        source, overrides, () -> ConfigFactory.parseFile(absolute.toFile(), options(source)));
  }

  static Document parse(String text, String origin, List<String> overrides) {
    Source source = new Source(origin, origin);
    ConfigParseOptions options = options(source).setOriginDescription(origin);
    return parse(source, overrides, () -> ConfigFactory.parseString(text, options));
  }

  private static ConfigParseOptions options(Source source) {
    return ConfigParseOptions.defaults()
        .setSyntax(ConfigSyntax.CONF)
        .setAllowMissing(false)
        .setIncluder(new Includer(source, null));
  }

  private static Document parse(Source source, List<String> overrides, Supplier<Config> text) {
    try {
      return new Document(Overrides.over(text.get(), overrides).resolve().root(), source);
    } catch (ConfigException e) {
      throw new ConfigurationException(
          source.place(e.origin()) + ": cannot be read as HOCON: " + sentence(e), e);
    }
  }

  /** The parser's message without its place and its advice, on one line. */
  private static String sentence(ConfigException e) {
    String message = e.getMessage();
    String place = e.origin() == null ? "" : e.origin().description() + ": ";
    if (message.startsWith(place)) {
      message = message.substring(place.length());
    }
    int advice = message.indexOf(" (if you ");
    String kept = advice < 0 ? message : message.substring(0, advice);
    return kept.replaceAll("\\s+", " ")
        .strip()
        .replace(PARENTHESES, "expecting a key, } or ) here");
  }

  /** Refuses an include that brings nothing, which the parser would pass over in silence. */
  private record Includer(Source source, ConfigIncluder library)
      implements ConfigIncluder, ConfigIncluderFile {

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
      return new Includer(source, fallback);
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
      return present(what, library.include(context, what));
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
      return present(what.toString(), ((ConfigIncluderFile) library).includeFile(context, what));
    }

    private ConfigObject present(String what, ConfigObject included) {
      if (included.isEmpty()) {
        throw new ConfigurationException(
            "%s: include %s brings no settings; name a file beside the one that includes it"
                .formatted(source.name(), Words.quoted(what)));
      }
      return included;
    }
  }
}
