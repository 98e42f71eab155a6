package tenfold.jobs.spark.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tenfold.jobs.spark.Json;
import tenfold.jobs.spark.Store;

/**
 * What a lock's file says.
 *
 * @param text the file as it was read
 * @param holder who wrote it; empty if the file is torn, as it may be while it is written
 * @param started when the lock was taken
 * @param heartbeat the last sign of life
 */
record Sign(String text, Optional<Holder> holder, Instant started, Instant heartbeat) {

  /** A holder that gave no sign for so long is taken for dead. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The sign that is there, if one is. */
  static Optional<Sign> in(Store store, String name) {
    Optional<String> text = store.read(name);
    Optional<Instant> modified = store.modified(name);
    if (text.isEmpty() || modified.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode node = Json.parse(text.get(), name);
      return Optional.of(
          new Sign(
              text.get(),
              Optional.of(Holder.of(node)),
              Instant.parse(node.path("started").asText()),
              Instant.parse(node.path("heartbeat").asText())));
    } catch (RuntimeException e) { // torn: that it was written at all is a sign
      return Optional.of(new Sign(text.get(), Optional.empty(), modified.get(), modified.get()));
    }
  }

  /** Returns the text of a sign given now. */
  static String text(Holder holder, String token, Instant started) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return Json.text(
        holder
            .to(Json.object())
            .put("started", started.toString())
            .put("heartbeat", now.toString())
            .put("token", token));
  }

  /** Why the lock is nobody's any more, the end of a sentence; empty if it is somebody's. */
  Optional<String> stale() {
    if (holder.isPresent() && holder.get().gone()) {
      return Optional.of("which is gone");
    }
    return heartbeat.plus(PATIENCE).isBefore(Instant.now())
        ? Optional.of("which gave no sign since " + heartbeat)
        : Optional.empty();
  }

  /** Whether the holder is known to be alive. */
  boolean alive() {
    return holder.filter(Holder::runs).isPresent();
  }

  /** Who holds the lock, for people. */
  String who() {
    return holder.map(Holder::toString).orElse("another process");
  }
}
