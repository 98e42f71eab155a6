package tenfold.jobs.spark;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;
import tenfold.core.data.DataException;

/** Turns what Spark, Hadoop and drivers throw while reading into one sentence. */
final class Refusals {

  /** Addresses of databases and what may hold a password in messages of their drivers. */
  private static final Pattern SECRET =
      Pattern.compile("jdbc:\\S+|(?i)((?:password|pwd|secret|token)\\s*[=:]\\s*)[^\\s;&,]+");

  private Refusals() {}

  /** Returns the error of which {@code thrown} is a wrapping, or one that says why. */
  static RuntimeException of(Throwable thrown, String where) {
    Throwable reason = null;
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof DataException refusal) {
        return refusal;
      }
      Optional<Unseen> unseen = Unseen.of(at);
      if (unseen.isPresent()) {
        return unseen.get();
      }
      boolean told = at instanceof IOException || at instanceof java.sql.SQLException;
      if (told || (at instanceof SparkThrowable && reason == null)) {
        reason = at;
      }
      if (at instanceof ClassNotFoundException) {
        return new DataException(
            "%s cannot be read: class %s is not there; add its jar with --jars"
                .formatted(where, at.getMessage()));
      }
    }
    return reason == null && thrown instanceof RuntimeException unknown
        ? unknown
        : new DataException(
            "%s cannot be read: %s".formatted(where, sentence(reason == null ? thrown : reason)));
  }

  /** The first line of the message, without secrets. */
  private static String sentence(Throwable reason) {
    String message = reason.getMessage() == null ? reason.toString() : reason.getMessage();
    String first = message.lines().findFirst().orElse("").strip();
    return SECRET.matcher(first).replaceAll(m -> m.group(1) == null ? "jdbc:…" : m.group(1) + "…");
  }
}
