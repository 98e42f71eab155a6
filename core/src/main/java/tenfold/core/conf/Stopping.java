package tenfold.core.conf;

import java.util.OptionalInt;

/** Reads {@code early-stopping}. */
final class Stopping {

  private static final String OFF = "off";

  private static final Limits PATIENCE =
      new Limits(1, Integer.MAX_VALUE - 1, "off or an integer >= 1");

  private Stopping() {}

  /**
   * Reads it from a family's block.
   *
   * @param family its key
   * @param of key of what stops early
   * @param swept how many values of that there are; more than one, and each is scored
   */
  static OptionalInt read(Section block, String family, String of, int swept) {
    Object stopping = block.read("early-stopping", Stopping::value, OFF);
    if (stopping instanceof Integer && swept > 1) {
      throw block.error(
          "early-stopping",
          "is %s, but models.%s.%s sweeps %d numbers of %s and each is scored; use off, or one number of %s"
              .formatted(stopping, family, of, swept, of, of));
    }
    return stopping instanceof Integer after ? OptionalInt.of(after) : OptionalInt.empty();
  }

  /** The word or the number. */
  private static Object value(Setting setting) {
    if (!setting.isWords()) {
      return setting.integer(PATIENCE);
    }
    if (!setting.raw().equals(OFF)) {
      throw setting.wrong(PATIENCE.words());
    }
    return OFF;
  }
}
