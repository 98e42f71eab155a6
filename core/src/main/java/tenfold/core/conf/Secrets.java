package tenfold.core.conf;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Hides what must not be printed: passwords and keys to stores and databases. */
final class Secrets {

  static final String MASK = "***";

  private static final List<String> NAMES =
      List.of("password", "passwd", "secret", "token", "credential", "accesskey", "privatekey");

  /** A secret inside an address, as in {@code jdbc:…?user=a&password=b}. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)((?:password|passwd|secret|token|credential|access[-_.]?key)[^=&;?]*=)[^&;]*");

  /** The password in {@code scheme://user:password@host}. */
  private static final Pattern LOGIN = Pattern.compile("(://[^/:@]*:)[^/@]*(@)");

  private Secrets() {}

  /** Whether a reader's option of that name holds a secret. */
  static boolean named(String option) {
    String letters = option.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return NAMES.stream().anyMatch(letters::contains);
  }

  /** Returns the text with the secrets of addresses masked. */
  static String masked(String text) {
    String parameters = PARAMETER.matcher(text).replaceAll("$1***");
    return LOGIN.matcher(parameters).replaceAll("$1***$2");
  }
}
