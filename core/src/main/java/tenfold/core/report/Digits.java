package tenfold.core.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people: as many digits as say something. */
public final class Digits {

  private static final int SIGNIFICANT = 4;
  private static final int EXACT = 9;

  private Digits() {}

  /**
   * Returns the number with four significant digits; very large and small ones with an exponent.
   */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    double size = Math.abs(value);
    if (size != 0 && (size >= 1e7 || size < 1e-4)) {
      return String.format(Locale.ROOT, "%.3e", value)
          .replace("e+0", "e")
          .replace("e+", "e")
          .replace("e-0", "e-");
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(SIGNIFICANT, RoundingMode.HALF_EVEN));
    int scale = size >= 1000 ? 0 : Math.min(rounded.scale(), 8);
    return new BigDecimal(value)
        .setScale(Math.max(0, scale), RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  /** Returns a fraction as a percentage with three significant digits at most. */
  public static String percent(double fraction) {
    return new BigDecimal(100 * fraction)
            .round(new MathContext(3, RoundingMode.HALF_EVEN))
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /**
   * Returns the number with at most {@value #EXACT} significant digits: what is compared with
   * values of the data must not be rounded past them.
   */
  public static String exact(double value) {
    return plain(value, EXACT);
  }

  /** Returns the number with at most four significant digits, and no zeros that say nothing. */
  public static String brief(double value) {
    return plain(value, SIGNIFICANT);
  }

  private static String plain(double value, int digits) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || (size != 0 && (size >= 1e7 || size < 1e-4))) {
      return String.valueOf(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits));
    return rounded.stripTrailingZeros().toPlainString();
  }

  /** Returns a setting's value as it stands in a configuration: 10 rather than 10.0. */
  public static String setting(Object value) {
    if (value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e7) {
      return String.valueOf(d.longValue());
    }
    return String.valueOf(value);
  }

  /** Returns a number of bytes in the unit that suits it. */
  public static String bytes(long bytes) {
    String[] units = {"bytes", "KB", "MB", "GB", "TB", "PB"};
    int unit = 0;
    double value = (double) bytes;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return (unit == 0 ? String.valueOf(bytes) : String.format(Locale.ROOT, "%.1f", value))
        + " "
        + units[unit];
  }

  /** Returns a duration as people say it. */
  public static String seconds(double seconds) {
    if (seconds < 0.95) {
      return "%.2f s".formatted(seconds);
    }
    if (seconds < 120) {
      return "%.1f s".formatted(seconds);
    }
    return seconds < 7200 ? "%.0f min".formatted(seconds / 60) : "%.1f h".formatted(seconds / 3600);
  }

  /** Returns a count with its noun: 1 fit, 2 fits. */
  public static String count(long n, String noun) {
    return String.format(
        Locale.ROOT, "%,d %s%s", n, noun, n == 1 ? "" : noun.endsWith("s") ? "es" : "s");
  }
}
