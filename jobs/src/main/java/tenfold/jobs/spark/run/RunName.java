package tenfold.jobs.spark.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tenfold.core.conf.Experiment;

/** Names directories of runs. */
public final class RunName {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private RunName() {}

  /** Returns {@code runs/<name>-<UTC time>}, the name as {@link #inFiles}. */
  public static String of(Experiment experiment) {
    return "%s/%s-%s".formatted(experiment.runs(), inFiles(experiment), TIME.format(Instant.now()));
  }

  /** Returns an experiment's name in letters that every file system takes. */
  public static String inFiles(Experiment experiment) {
    String name =
        experiment
            .name()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._]+", "-")
            .replaceAll("^[-.]+|[-.]+$", "");
    return name.isEmpty() ? "run" : name;
  }
}
