package tenfold.core.conf;

/**
 * The numbers that a setting may take.
 *
 * @param min the least, included
 * @param max the greatest, included
 * @param words what the user reads after "use", such as {@code a finite number >= 0}
 */
record Limits(double min, double max, String words) {

  /** Whole numbers from {@code min} to {@code max}. */
  static Limits integers(int min, int max) {
    return new Limits(min, max, "an integer from %d to %d".formatted(min, max));
  }

  boolean admit(double value) {
    return value >= min && value <= max; // written so that NaN fails
  }
}
