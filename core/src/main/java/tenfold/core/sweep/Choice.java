package tenfold.core.sweep;

/**
 * How the winner is picked: the settings under {@code select}.
 *
 * @param by {@code j} or a metric's name, written with underscores
 * @param rule best, or the simplest within one standard error of the best
 */
public record Choice(String by, Rule rule) {

  /** Which of the good candidates wins. */
  public enum Rule {
    BEST("best"),
    ONE_STANDARD_ERROR("one-standard-error");

    private final String key;

    Rule(String key) {
      this.key = key;
    }

    /** Its name in configurations and reports. */
    public String key() {
      return key;
    }
  }
}
