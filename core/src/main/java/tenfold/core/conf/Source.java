package tenfold.core.conf;

import com.typesafe.config.ConfigOrigin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a configuration came from, so that every message can say it as the user wrote it.
 *
 * @param name the file as the user named it
 * @param description the same file in the parser's own words
 */
record Source(String name, String description) {

  /** The origin of settings given on the command line. */
  static final String OVERRIDE = "-D";

  /** How the parser describes the origin of a substituted environment variable. */
  private static final String ENVIRONMENT = "env variables";

  private static final Pattern LINE = Pattern.compile("(.*): \\d+(-\\d+)?", Pattern.DOTALL);

  /** Returns {@code file:line}, the file alone where no line is known, or {@code -D}. */
  String place(ConfigOrigin origin) {
    if (origin == null) {
      return name;
    }
    Matcher line = LINE.matcher(origin.description());
    String from = line.matches() ? line.group(1) : origin.description();
    if (from.equals(OVERRIDE)) {
      return OVERRIDE;
    }
    if (origin.lineNumber() < 1) {
      return name;
    }
    return (from.equals(description) ? name : from) + ":" + origin.lineNumber();
  }

  /**
   * Whether a value from there has no type of its own: what the command line and the environment
   * give is text, also where a number is meant.
   */
  static boolean untyped(ConfigOrigin origin) {
    return origin.description().startsWith(OVERRIDE) || origin.description().equals(ENVIRONMENT);
  }
}
