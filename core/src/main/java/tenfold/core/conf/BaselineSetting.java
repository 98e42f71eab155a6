package tenfold.core.conf;

/**
 * A score to beat that the user knows of: the settings under {@code baseline}.
 *
 * @param j its J, finite and at least 0
 * @param source whose score it is, such as {@code human}
 */
public record BaselineSetting(double j, String source) {

  private static final Limits J = new Limits(0, Double.MAX_VALUE, "a finite number >= 0");

  static BaselineSetting read(Section block) {
    return new BaselineSetting(
        block.required("j", s -> s.number(J), "the J to compare with"),
        block.read("source", s -> s.text("words in quotes"), "stated"));
  }
}
