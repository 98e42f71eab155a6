package tenfold.core.conf;

/**
 * A configuration that cannot be used; ends a command with exit code 2. The message is the whole
 * sentence for the user: the place, the key, what was found and what would be right.
 */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ConfigurationException(String message) {
    super(oneLine(message));
  }

  ConfigurationException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  /** Found text may bring line ends and worse, which do not belong in a sentence. */
  private static String oneLine(String message) {
    return message.replaceAll("\\p{Cntrl}+", " ");
  }
}
