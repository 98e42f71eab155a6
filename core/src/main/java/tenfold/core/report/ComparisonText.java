package tenfold.core.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tenfold.core.sweep.StandardError;

/** Two runs beside each other, for a terminal: settings that differ, scores, cost. */
public final class ComparisonText {

  private final PastRun a;
  private final PastRun b;
  private final Set<String> differing;

  private ComparisonText(PastRun a, PastRun b) {
    this.a = a;
    this.b = b;
    this.differing = new TreeSet<>(a.settings().keySet());
    differing.addAll(b.settings().keySet());
    differing.removeIf(key -> value(a, key).equals(value(b, key)));
  }

  /** Returns the lines to print. */
  public static String of(PastRun a, PastRun b) {
    return new ComparisonText(a, b).text();
  }

  private String text() {
    StringBuilder out = new StringBuilder();
    out.append(line("A", a)).append(line("B", b)).append('\n').append(settings());
    if (a.found().isPresent() && b.found().isPresent()) {
      Summary one = a.found().get();
      Summary other = b.found().get();
      out.append('\n').append(table(one, other)).append(verdict(one, other));
    } else {
      out.append("\nscores can be compared when both runs are finished\n");
    }
    return out.toString();
  }

  private static String line(String letter, PastRun run) {
    return "%s  %s  %s, created %s UTC%s%n"
        .formatted(
            letter,
            run.directory(),
            run.status().key(),
            RunsText.time(run.created()),
            run.found().map(its -> "; " + its.winner()).orElse(""));
  }

  private String settings() {
    if (differing.isEmpty()) {
      return "all settings are the same" + (sameData() ? ", and the data are\n" : "\n") + data();
    }
    Columns columns = new Columns(List.of("setting", "A", "B"));
    differing.forEach(key -> columns.add(List.of(key, value(a, key), value(b, key))));
    return columns.text() + data();
  }

  private static String value(PastRun run, String key) {
    return run.settings().getOrDefault(key, "");
  }

  private boolean sameData() {
    return !a.data().isEmpty() && a.data().equals(b.data());
  }

  private String data() {
    return sameData()
        ? ""
        : "the data differ (fingerprints %s and %s)%n".formatted(print(a), print(b));
  }

  private static String print(PastRun run) {
    return run.data().isEmpty() ? "unknown" : run.data();
  }

  private static String table(Summary one, Summary other) {
    Columns columns = new Columns(List.of("", "A", "B", "B - A"));
    boolean comparable = one.unit() == other.unit();
    columns.add(
        List.of(
            "J_cv",
            one.unit().of(one.jCv()),
            other.unit().of(other.jCv()),
            comparable ? signed(one.unit(), other.jCv() - one.jCv()) : ""));
    columns.add(List.of("± SE", one.unit().of(one.jCvSe()), other.unit().of(other.jCvSe()), ""));
    columns.add(
        List.of(
            "J_test",
            one.unit().of(one.jTest()),
            other.unit().of(other.jTest()),
            comparable && one.jTest().isPresent() && other.jTest().isPresent()
                ? signed(one.unit(), other.jTest().getAsDouble() - one.jTest().getAsDouble())
                : ""));
    columns.add(count("models", one.models(), other.models()));
    columns.add(count("fits", one.fits(), other.fits()));
    columns.add(count("passes", one.passes(), other.passes()));
    columns.add(
        List.of("time", Digits.seconds(one.seconds()), Digits.seconds(other.seconds()), ""));
    return columns.text();
  }

  private static List<String> count(String what, long one, long other) {
    return List.of(
        what, "%,d".formatted(one), "%,d".formatted(other), "%+,d".formatted(other - one));
  }

  private static String signed(Unit unit, double difference) {
    return (difference > 0 ? "+" : "") + unit.of(difference);
  }

  private String verdict(Summary one, Summary other) {
    if (one.unit() != other.unit()) {
      return "J is %s in A and %s in B, so they say nothing of each other\n"
          .formatted(one.unit().meaning(), other.unit().meaning());
    }
    boolean paired = paired(one, other);
    OptionalDouble error = paired ? ofDifferences(one, other) : ofBoth(one, other);
    double difference = other.jCv() - one.jCv();
    if (difference == 0) {
      return "J_cv is the same\n";
    }
    String lower =
        "J_cv of %s is lower by %s"
            .formatted(difference < 0 ? "B" : "A", one.unit().of(Math.abs(difference)));
    if (error.isEmpty()) {
      return lower + "; how much of that is chance is not known without standard errors\n";
    }
    return "%s, %s one standard error of the difference (%s, %s)%n"
        .formatted(
            lower,
            Math.abs(difference) > error.getAsDouble() ? "more than" : "within",
            one.unit().of(error),
            paired
                ? "paired over " + Digits.count(one.foldScores().size(), "fold")
                : "of other rows or folds, so not paired");
  }

  /** Whether both scored the same rows in the same folds, lucky and unlucky together. */
  private boolean paired(Summary one, Summary other) {
    return sameData()
        && differing.stream().noneMatch(key -> key.matches("(split|data)\\..*") && !place(key))
        && one.foldScores().size() > 1
        && one.foldScores().size() == other.foldScores().size()
        && one.foldRows().equals(other.foldRows());
  }

  /** Whether the setting says where rows lie, not which they are: those have a fingerprint. */
  private static boolean place(String key) {
    return key.equals("data.path") || key.startsWith("data.options");
  }

  private static OptionalDouble ofDifferences(Summary one, Summary other) {
    double[] differences =
        IntStream.range(0, one.foldScores().size())
            .mapToDouble(i -> other.foldScores().get(i) - one.foldScores().get(i))
            .toArray();
    return StandardError.of(differences, one.folds());
  }

  private static OptionalDouble ofBoth(Summary one, Summary other) {
    return one.jCvSe().isPresent() && other.jCvSe().isPresent()
        ? OptionalDouble.of(Math.hypot(one.jCvSe().getAsDouble(), other.jCvSe().getAsDouble()))
        : OptionalDouble.empty();
  }
}
