package tenfold.core.conf;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Hides what must not be printed: passwords and keys to stores and databases. */
public final class Secrets {

  static final String MASK = "***";

  private static final List<String> NAMES =
      List.of(
          "password",
          "passwd",
          "pwd",
          "passphrase",
          "sslkey",
          "apikey",
          "secret",
          "token",
          "credential",
          "accesskey",
          "privatekey");

  private static final Pattern ADDRESS = Pattern.compile("://|^jdbc:");

  /** A secret among an address's parameters, as in {@code jdbc:…?user=a&password=b}. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)((?:password|passwd|pwd|passphrase|secret|token|credential|access[-_.]?key)[^=&;?]*=)[^&;]*");

  /** The password in {@code scheme://user:password@host}, to the last at sign. */
  private static final Pattern LOGIN = Pattern.compile("(://[^/:@?]*:)[^/?]*(@)");

  /** The password in {@code jdbc:oracle:thin:user/password@host}. */
  private static final Pattern ORACLE = Pattern.compile("(jdbc:oracle:[^:]*:[^/@]*/)[^@]*(@)");

  private Secrets() {}

  /** Whether a reader's option of that name holds a secret. */
  public static boolean named(String option) {
    String letters = option.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return NAMES.stream().anyMatch(letters::contains);
  }

  /** Returns the text; where it is an address, with its secrets masked. */
  static String masked(String text) {
    if (!ADDRESS.matcher(text).find()) {
      return text;
    }
    String parameters = PARAMETER.matcher(text).replaceAll("$1" + MASK);
    String login = LOGIN.matcher(parameters).replaceAll("$1" + MASK + "$2");
    return ORACLE.matcher(login).replaceAll("$1" + MASK + "$2");
  }
}
