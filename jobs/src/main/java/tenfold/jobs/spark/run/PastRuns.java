package tenfold.jobs.spark.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tenfold.core.conf.Experiment;
import tenfold.core.conf.Settings;
import tenfold.core.report.PastRun;
import tenfold.core.report.PastRun.Status;
import tenfold.core.report.Summary;
import tenfold.jobs.spark.Json;
import tenfold.jobs.spark.Store;
import tenfold.jobs.spark.UsageException;

/**
 * What the files of earlier runs say; needs no Spark.
 *
 * @param runs that could be read
 * @param unreadable the reason, by the name of each directory that holds some of a run's files and
 *     could not be read
 */
public record PastRuns(List<PastRun> runs, SortedMap<String, String> unreadable) {

  private static final String REPORT = "report.json";

  public PastRuns {
    runs = List.copyOf(runs);
    unreadable = Collections.unmodifiableSortedMap(new TreeMap<>(unreadable));
  }

  /**
   * Reads the runs in {@code directory}, or the one that it is.
   *
   * @throws UsageException if it is not there
   */
  public static PastRuns in(Store directory) {
    if (!directory.exists()) {
      throw new UsageException(
          "%s is not there; name a directory of runs, such as that of output.runs"
              .formatted(directory.path()));
    }
    List<PastRun> runs = new ArrayList<>();
    SortedMap<String, String> unreadable = new TreeMap<>();
    List<Store> all = isRun(directory) ? List.of(directory) : directory.directories();
    for (Store store : all) {
      if (isRun(store)) {
        try {
          runs.add(read(store));
        } catch (RuntimeException e) { // whatever is wrong with one run is said of that one
          unreadable.put(store.name(), String.valueOf(e.getMessage()));
        }
      }
    }
    return new PastRuns(runs, unreadable);
  }

  /**
   * Reads the run in {@code store}.
   *
   * @throws UsageException if there is none
   */
  public static PastRun one(Store store) {
    if (!isRun(store)) {
      throw new UsageException("%s holds no run; name a run's directory".formatted(store.path()));
    }
    try {
      return read(store);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new UsageException("%s cannot be read: %s".formatted(store.path(), e.getMessage()));
    }
  }

  /**
   * Returns the newest finished run of the experiment's name in {@code directory}, if it had the
   * same configuration and data; one that cannot be read is none.
   *
   * @param fingerprint of the data, as {@link tenfold.jobs.spark.Reading#fingerprint} gives it
   */
  public static Optional<Store> same(Store directory, Experiment experiment, long fingerprint) {
    SortedMap<String, String> settings = Settings.of(experiment.merged(), experiment.name());
    return (directory.exists() ? in(directory).runs() : List.<PastRun>of())
        .stream()
            .filter(run -> run.status() == Status.FINISHED)
            .filter(run -> settings.get("name").equals(run.settings().get("name")))
            .max(Comparator.comparing(PastRun::created))
            .filter(run -> run.settings().equals(settings))
            .filter(run -> run.data().equals(Environment.data(fingerprint)))
            .map(run -> directory.child(run.directory()));
  }

  private static boolean isRun(Store store) {
    return store.has(RunDirectory.STATUS) || store.has(RunDirectory.CONFIG);
  }

  private static PastRun read(Store store) {
    JsonNode how = json(store, RunDirectory.STATUS).orElseThrow(() -> missing(RunDirectory.STATUS));
    Status status = status(store, how);
    Instant created = time(how, "created");
    Optional<Summary> found = Optional.empty();
    if (status == Status.FINISHED) {
      String report = store.read(REPORT).orElseThrow(() -> missing(REPORT));
      found = Optional.of(Summary.of(report));
    }
    Instant end = status == Status.RUNNING ? Instant.now() : time(how, "at");
    return new PastRun(
        store.name(),
        created,
        status,
        found.map(Summary::seconds).orElse(Duration.between(created, end).toMillis() / 1e3),
        how.path("message").asText(),
        json(store, RunDirectory.ENVIRONMENT).map(its -> its.path("data").asText()).orElse(""),
        store
            .read(RunDirectory.CONFIG)
            .map(text -> Settings.of(text, RunDirectory.CONFIG))
            .orElse(new TreeMap<>()),
        found);
  }

  /** How a run stands: one that was killed could not say so, but its lock does. */
  private static Status status(Store store, JsonNode how) {
    Status said = Status.of(how.path("status").asText());
    return said == Status.RUNNING && !RunLock.held(store, RunDirectory.LOCK)
        ? Status.INTERRUPTED
        : said;
  }

  private static Optional<JsonNode> json(Store store, String name) {
    return store.read(name).map(text -> Json.parse(text, name));
  }

  private static Instant time(JsonNode how, String key) {
    try {
      return Instant.parse(how.path(key).asText());
    } catch (DateTimeParseException e) {
      throw new IllegalStateException(
          "%s has no time '%s'; it is torn or of no run".formatted(RunDirectory.STATUS, key), e);
    }
  }

  private static IllegalStateException missing(String name) {
    return new IllegalStateException("there is no " + name);
  }
}
