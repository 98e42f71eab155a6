package tenfold.jobs.spark;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What single cells of Spark's rows mean. */
final class Cells {

  private Cells() {}

  /** Returns the cell as text; null where it is missing. Whole numbers have no decimal point. */
  static String text(Object cell) {
    if (cell == null) {
      return null;
    }
    if (cell instanceof Double || cell instanceof Float) {
      double value = ((Number) cell).doubleValue();
      if (Double.isNaN(value)) {
        return null;
      }
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? String.valueOf((long) value)
          : String.valueOf(cell);
    }
    return cell instanceof BigDecimal d ? d.stripTrailingZeros().toPlainString() : cell.toString();
  }

  /**
   * Returns the cell as a number; nothing where it is no number. Text is a number when it is
   * written in decimals, with an exponent or without; NaN is a missing number, as Spark has it;
   * other words and the suffixes of programming languages are text.
   */
  static OptionalDouble number(Object cell) {
    if (cell instanceof Number number) {
      return OptionalDouble.of(number.doubleValue());
    }
    return cell instanceof String text ? number(text.trim()) : OptionalDouble.empty();
  }

  private static OptionalDouble number(String text) {
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (text.equals("NaN")) { // how Spark reads and writes a number that is missing
      return OptionalDouble.of(Double.NaN);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean allowed =
          (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
      if (!allowed) {
        return OptionalDouble.empty();
      }
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /**
   * Returns microseconds since 1970 (UTC) of a date, a time or ISO text of one; nothing for
   * anything else.
   */
  static OptionalLong time(Object cell) {
    if (cell instanceof Timestamp t) {
      return micros(t.toInstant());
    }
    if (cell instanceof Instant i) {
      return micros(i);
    }
    if (cell instanceof Date d) {
      return micros(d.toLocalDate().atStartOfDay().toInstant(ZoneOffset.UTC));
    }
    if (cell instanceof LocalDate d) {
      return micros(d.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
    if (cell instanceof LocalDateTime t) {
      return micros(t.toInstant(ZoneOffset.UTC));
    }
    return cell instanceof String text ? time(text.trim().replace(' ', 'T')) : OptionalLong.empty();
  }

  private static OptionalLong time(String iso) {
    try {
      if (iso.indexOf('T') < 0) {
        return micros(LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      boolean zoned = iso.endsWith("Z") || iso.substring(iso.indexOf('T')).matches(".*[-+].*");
      return micros(
          zoned
              ? OffsetDateTime.parse(iso).toInstant()
              : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return OptionalLong.empty();
    }
  }

  /** Returns a whole number that orders as the double does. */
  static long ordered(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }

  private static OptionalLong micros(Instant instant) {
    return OptionalLong.of(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
  }
}
