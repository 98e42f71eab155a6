package tenfold.core.conf;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigParseable;
import com.typesafe.config.ConfigSyntax;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A configuration as the parser gives it: includes read, overrides laid over, substitutions made.
 *
 * @param root its settings
 * @param source where it came from
 * @param included the files that it includes, and those that they include, in the order of reading
 */
record Document(ConfigObject root, Source source, List<Path> included) {

  /** What the parser says of every token that it did not expect, a missing brace too. */
  private static final String PARENTHESES = "expecting a close parentheses ')' here";

  /** What the parser adds to the name that an include gives. */
  private static final List<String> ENDINGS = List.of("", ".conf", ".json", ".properties");

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
    List<Path> included = new ArrayList<>();
    return parse(
        source,
        overrides,
        included,
        () -> ConfigFactory.parseFile(absolute.toFile(), options(source, included)));
  }

  static Document parse(String text, String origin, List<String> overrides) {
    Source source = new Source(origin, origin);
    List<Path> included = new ArrayList<>();
    ConfigParseOptions options = options(source, included).setOriginDescription(origin);
    return parse(source, overrides, included, () -> ConfigFactory.parseString(text, options));
  }

  private static ConfigParseOptions options(Source source, List<Path> included) {
    return ConfigParseOptions.defaults()
        .setSyntax(ConfigSyntax.CONF)
        .setAllowMissing(false)
        .setIncluder(new Includer(source, included, null));
  }

  private static Document parse(
      Source source, List<String> overrides, List<Path> included, Supplier<Config> text) {
    try {
      ConfigObject root = Overrides.over(text.get(), overrides).resolve().root();
      return new Document(root, source, List.copyOf(included));
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

  /**
   * Refuses an include that brings nothing, which the parser would pass over in silence, and notes
   * the files of all others.
   */
  private record Includer(Source source, List<Path> included, ConfigIncluder library)
      implements ConfigIncluder, ConfigIncluderFile {

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
      return new Includer(source, included, fallback);
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
      for (String ending : ENDINGS) {
        ConfigParseable file = context.relativeTo(what + ending);
        if (file != null && file.origin().filename() != null) {
          note(Path.of(file.origin().filename()));
        }
      }
      return present(what, library.include(context, what));
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
      note(what.toPath().toAbsolutePath());
      return present(what.toString(), ((ConfigIncluderFile) library).includeFile(context, what));
    }

    private void note(Path file) {
      if (Files.isRegularFile(file) && !included.contains(file)) {
        included.add(file);
      }
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
