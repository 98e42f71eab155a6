package tenfold.jobs.spark.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import tenfold.jobs.spark.ExitCode;
import tenfold.jobs.spark.Interrupts;
import tenfold.jobs.spark.Json;
import tenfold.jobs.spark.Spark;
import tenfold.jobs.spark.Store;
import tenfold.jobs.spark.StoreException;
import tenfold.jobs.spark.UsageException;

/**
 * The directory of one run: who may use it, and what is true of it.
 *
 * <p>{@code config.conf} and {@code environment.json} say whose it is, {@code _STATUS.json} how it
 * stands, and {@code _SUCCESS}, written last, that it is whole. While a process uses the directory
 * it holds {@code _LOCK} there; nothing else is written until the data have been read and accepted,
 * save, in cluster mode, the status of a run that was refused.
 */
public final class RunDirectory {

  static final String CONFIG = "config.conf";
  static final String ENVIRONMENT = "environment.json";
  static final String STATUS = "_STATUS.json";
  static final String LOCK = "_LOCK";
  private static final String SUCCESS = "_SUCCESS";

  private final Store store;
  private final String config;
  private final boolean anew;
  private final RunLock lock;
  private Runnable hook; // while the run is under way
  private Instant created = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private RunDirectory(Store store, String config, boolean anew, RunLock lock) {
    this.store = store;
    this.config = config;
    this.anew = anew;
    this.lock = lock;
  }

  /** What to do with a directory that is already there. */
  public enum Existing {
    /** Go on with an unfinished run of the same configuration and data; refuse any other. */
    RESUME,
    /** Remove a run and start again. */
    OVERWRITE
  }

  /**
   * Returns the directory if a run of {@code config} may use it, and keeps others out until it has
   * ended, one way or another. Writes nothing but the lock.
   *
   * @param told of a lock that was left behind, a sentence
   * @throws UsageException if it holds a finished run, another's, or things that no run wrote, or
   *     if another process uses it
   */
  public static RunDirectory claim(
      Store store, String config, Existing existing, Consumer<String> told) {
    store.tryWriting();
    anew(store, config, existing); // first, so that no lock is written among other things
    RunLock lock = RunLock.claim(store, LOCK, store.path(), told);
    try {
      // and again: who held the lock until now may have changed what is there
      return new RunDirectory(store, config, anew(store, config, existing), lock);
    } catch (RuntimeException e) {
      lock.release();
      throw e;
    }
  }

  /** Whether what is there has to be removed first. */
  private static boolean anew(Store store, String config, Existing existing) {
    // What a write that was killed leaves behind is nobody's.
    if (store.list().stream().allMatch(name -> name.endsWith(".tmp") || name.equals(LOCK))) {
      return false;
    }
    Optional<String> other = store.read(CONFIG);
    if (!store.has(STATUS)) {
      throw new UsageException(
          "%s is not empty and holds no run of Tenfold, so nothing in it is touched; name another directory with --run"
              .formatted(store.path()));
    }
    if (existing == Existing.OVERWRITE) {
      return true;
    }
    if (store.has(SUCCESS)) {
      throw new UsageException(
          "%s holds a finished run; name another directory with --run, or start anew with --overwrite"
              .formatted(store.path()));
    }
    if (other.isPresent() && !other.get().equals(config)) {
      throw new UsageException(
          "%s holds an unfinished run of another configuration; name another directory with --run, or start anew with --overwrite"
              .formatted(store.path()));
    }
    return false;
  }

  /**
   * Writes the first files, now that the data are accepted.
   *
   * @param environment what the run depends on besides its configuration; gets the time at which
   *     the run was created
   * @throws UsageException if an unfinished run here had other data
   */
  public void begin(ObjectNode environment) {
    if (anew) {
      clear();
    }
    Optional<String> before = store.read(ENVIRONMENT);
    if (before.isPresent()) {
      JsonNode known = Json.parse(before.get(), ENVIRONMENT);
      String data = environment.get("data").asText();
      if (!known.path("data").asText().equals(data)) {
        throw new UsageException(
            "%s holds an unfinished run of other data (fingerprint %s, these have %s); name another directory with --run, or start anew with --overwrite"
                .formatted(store.path(), known.path("data").asText(), data));
      }
      created = Instant.parse(known.get("created").asText());
    }
    environment.put("created", created.toString());
    status("running", 0, ""); // first, since it is what tells a run from other things
    store.write(ENVIRONMENT, Json.text(environment));
    store.write(CONFIG, config);
    hook = Interrupts.onInterrupt(this::interrupted);
  }

  /** Removes an earlier run, last what tells that this is one. */
  private void clear() {
    store.list().stream()
        .filter(name -> !name.equals(LOCK) && !name.equals(STATUS))
        .forEach(store::remove);
    store.remove(STATUS);
  }

  /**
   * Writes a file of the run.
   *
   * @throws UsageException if another process has taken the directory over
   */
  public void write(String name, String text) {
    lock.check();
    store.write(name, text);
  }

  /** Says how the run stands, with the exit code that goes with it. */
  public void status(String status, int exit, String message) {
    ObjectNode node = Json.object();
    node.put("status", status).put("exit", exit);
    if (!message.isEmpty()) {
      node.put("message", message);
    }
    node.put("created", created.toString());
    node.put("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    store.write(STATUS, Json.text(node));
  }

  /** Marks the run as whole; the last thing that is written. */
  public void succeed(ExitCode exit) {
    lock.check();
    status("finished", exit.code(), "");
    store.write(SUCCESS, "");
    Interrupts.forget(hook);
    lock.release();
  }

  /** Gives the directory up before anything was begun in it. */
  public void leave() {
    lock.release();
  }

  private void interrupted(int exit) {
    if (lock.lost()) {
      return; // what another process does there is its own to say
    }
    System.err.println("interrupted; the same command with --run " + store.path() + " takes it up");
    status("interrupted", exit, "");
  }

  /**
   * Says that the run ended in an error; before it has begun only where the driver is away from
   * whoever started it, who would not learn why otherwise. Lets others in.
   */
  public void fail(Throwable error) {
    boolean told = hook == null ? Spark.inClusterMode() && !anew : Interrupts.forget(hook);
    if (told && !lock.lost()) {
      ExitCode exit = ExitCode.of(error);
      try {
        status("failed", exit.code(), ExitCode.sentence(error));
      } catch (StoreException e) {
        error.addSuppressed(e); // a disk that is full for the run is so for its status
      }
    }
    lock.release();
  }

  /** A name for this run that a resumed one keeps and one started anew does not. */
  public String identity() {
    return store.name() + "-" + created.toEpochMilli();
  }

  /** The directory. */
  public Store store() {
    return store;
  }
}
