package tenfold.core.report;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run as its files tell of it.
 *
 * @param directory its name
 * @param created when it was first begun
 * @param status how it stands
 * @param seconds it took: a finished run in its last process, another from its beginning until now
 *     or until it ended
 * @param message why it failed; empty for others
 * @param data the fingerprint of its data; empty where it ended before that was written
 * @param settings of its configuration, by name
 * @param found what it found, if it is finished
 */
public record PastRun(
    String directory,
    Instant created,
    Status status,
    double seconds,
    String message,
    String data,
    SortedMap<String, String> settings,
    Optional<Summary> found) {

  /** How a run stands. */
  public enum Status {
    RUNNING,
    FINISHED,
    FAILED,
    INTERRUPTED;

    /** As in {@code _STATUS.json}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the status of that key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Status of(String key) {
      for (Status status : values()) {
        if (status.key().equals(key)) {
          return status;
        }
      }
      throw new IllegalArgumentException(
          "_STATUS.json says '%s'; a status is running, finished, failed or interrupted"
              .formatted(key));
    }
  }

  public PastRun {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }
}
