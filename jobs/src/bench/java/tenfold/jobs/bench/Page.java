package tenfold.jobs.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import tenfold.core.learn.tree.Together;

/** What a benchmark prints: a line for each thing measured, and whether a target is reached. */
final class Page {

  private Page() {}

  static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** A heading, after an empty line. */
  static void part(String format, Object... values) {
    say("");
    say(format, values);
  }

  static void row(String what, String value) {
    say("  %-58s %s", what, value);
  }

  static void target(String target, boolean reached) {
    row("target: " + target, reached ? "reached" : "missed");
  }

  /** How many threads want a processor of this machine, on the average of a minute. */
  static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return "%.1f".formatted(load);
  }

  static String seconds(double seconds) {
    return "%.1f s".formatted(seconds);
  }

  /** What the measuring is done with, and under what load. */
  static void begin(int threads) {
    say("%d threads; JDK %s; load before: %s", threads, System.getProperty("java.version"), load());
    say(
        "Medians (least to largest). Times are of this machine at this hour; ratios are the result.");
  }

  static void end() {
    part("load after: %s", load());
  }

  /** What counting the rows of several folds in one pass could save at most. */
  static void together(Together.Work work) {
    row("rows counted for each column, each fold for itself", "%,.0f".formatted(work.apart()));
    row("in one pass over the rows of all that agree", "%,.0f".formatted(work.together()));
    row("counting would be cheaper by at most", "%.3f times".formatted(work.saving()));
  }
}
