package tenfold.core.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs for a terminal, a line for each. */
public final class RunsText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private RunsText() {}

  /**
   * Returns the lines to print, the newest run first.
   *
   * @param runs that could be read
   * @param unreadable the reason, by the name of each directory that could not
   */
  public static String of(List<PastRun> runs, Map<String, String> unreadable) {
    Columns columns =
        new Columns(
            List.of("run", "created (UTC)", "status", "winner", "J_cv", "± SE", "J_test", "time"));
    StringBuilder failures = new StringBuilder();
    runs.stream()
        .sorted(Comparator.comparing(PastRun::created).reversed().thenComparing(PastRun::directory))
        .forEach(
            run -> {
              columns.add(line(run));
              if (!run.message().isEmpty()) {
                failures.append("%s failed: %s%n".formatted(run.directory(), run.message()));
              }
            });
    StringBuilder out = new StringBuilder(runs.isEmpty() ? "" : columns.text());
    out.append(failures.isEmpty() ? "" : "\n").append(failures);
    out.append(unreadable.isEmpty() || out.isEmpty() ? "" : "\n");
    unreadable.forEach((name, why) -> out.append("%s cannot be read: %s%n".formatted(name, why)));
    return out.toString();
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  private static List<String> line(PastRun run) {
    Optional<Summary> found = run.found();
    return List.of(
        run.directory(),
        time(run.created()),
        run.status().key(),
        found.map(Summary::winner).orElse(""),
        found.map(its -> its.unit().of(its.jCv())).orElse(""),
        found.map(its -> its.unit().of(its.jCvSe())).orElse(""),
        found.map(its -> its.unit().of(its.jTest())).orElse(""),
        Digits.seconds(run.seconds()));
  }
}
