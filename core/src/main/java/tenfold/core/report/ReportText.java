package tenfold.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tenfold.core.report.Report.TestScore;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Importance;
import tenfold.core.sweep.Outcome.Failed;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;

/** A report for a terminal: the best candidates, the winner, how good it is, what it took. */
public final class ReportText {

  private static final int SHOWN = 8;
  private static final int IMPORTANT = 10;
  private static final int CLASSES = 12;

  private ReportText() {}

  /** Returns the lines to print; {@code where} is the run's directory. */
  public static String of(Report report, String where) {
    StringBuilder out = new StringBuilder();
    out.append(report.name()).append('\n');
    out.append(size(report)).append("\n\n");
    out.append(table(report)).append('\n');
    out.append("best     ").append(name(report.winner().candidate()));
    out.append(rule(report)).append('\n');
    Scored scored = (Scored) report.winner().outcome();
    Unit unit = Unit.of(report);
    out.append("J_train  ").append(unit.of(scored.jTrain())).append('\n');
    out.append("J_cv     ").append(unit.of(scored.jCv()));
    scored.jCvSe().ifPresent(se -> out.append(" ± ").append(unit.of(se)));
    out.append('\n');
    report.test().ifPresent(test -> out.append("J_test   ").append(test(test, unit)).append('\n'));
    out.append(
        "baseline %s (%s); J is %s%n"
            .formatted(unit.of(report.baseline().j()), report.baseline().source(), unit.meaning()));
    scored.notes().forEach(note -> out.append("note     ").append(note).append('\n'));
    failures(report, out);
    String details = details(report);
    out.append(details).append(details.isEmpty() ? "" : "\n");
    out.append("cost     ").append(cost(report)).append('\n');
    out.append("run      ").append(where).append('\n');
    return out.toString();
  }

  static String size(Report report) {
    String tested =
        report.rows().test() > 0
            ? "%s sealed for the test".formatted(Digits.count(report.rows().test(), "row"))
            : "no test part";
    return "%s to train on, %s; %s; %s"
        .formatted(
            Digits.count(report.rows().train(), "row"),
            tested,
            Digits.count(report.features(), "feature"),
            report.folds() == 0 ? "out-of-bag" : Digits.count(report.folds(), "fold"));
  }

  private static String table(Report report) {
    List<String> keys = varying(report);
    List<String> headings = new ArrayList<>(List.of("", "model"));
    headings.addAll(keys);
    headings.addAll(List.of("J_train", "J_cv", "± SE"));
    metric(report).ifPresent(headings::add);
    Unit unit = Unit.of(report);
    Columns columns = new Columns(headings);
    List<Result> shown = report.ranking().subList(0, Math.min(SHOWN, report.ranking().size()));
    for (int i = 0; i < shown.size(); i++) {
      Candidate candidate = shown.get(i).candidate();
      Scored scored = (Scored) shown.get(i).outcome();
      List<String> line = new ArrayList<>(List.of(i + 1 + ".", candidate.model()));
      keys.forEach(k -> line.add(Digits.setting(candidate.params().getOrDefault(k, ""))));
      line.add(unit.of(scored.jTrain()));
      line.add(unit.of(scored.jCv()));
      line.add(unit.of(scored.jCvSe()));
      metric(report).ifPresent(m -> line.add(Digits.of(scored.metrics().get(m))));
      columns.add(line);
    }
    int more = report.ranking().size() - shown.size();
    return columns.text()
        + (more > 0 ? "  … and %,d more in candidates.csv%n".formatted(more) : "");
  }

  /**
   * What there is to say of families, of classes and of the winner itself: a small tree, then what
   * matters to it.
   */
  private static String details(Report report) {
    StringBuilder out = new StringBuilder();
    FamilyTable.of(report).ifPresent(t -> out.append("\nwhich algorithm?\n").append(text(t)));
    int classes = report.parts().size();
    boolean told = classes == 2 && report.labels().isEmpty(); // the test's line says it
    if (classes > 0 && classes <= CLASSES && !told) {
      ClassTable.of(report).ifPresent(t -> out.append('\n').append(text(t)));
    }
    report.tree().flatMap(TreeText::of).ifPresent(t -> out.append('\n').append(t));
    if (!report.importance().isEmpty()) {
      out.append('\n').append(text(importanceTable(report)));
    }
    return out.toString();
  }

  private static String text(List<List<String>> lines) {
    Columns columns = new Columns(lines.get(0));
    lines.subList(1, lines.size()).forEach(columns::add);
    return columns.text();
  }

  /** The features that matter most, headings first. */
  static List<List<String>> importanceTable(Report report) {
    boolean permuted = report.importance().stream().anyMatch(i -> i.permutation().isPresent());
    List<List<String>> lines = new ArrayList<>();
    String measure = report.importance().get(0).measure().key();
    lines.add(permuted ? List.of("feature", measure, "permutation") : List.of("feature", measure));
    for (Importance i : report.importance().stream().limit(IMPORTANT).toList()) {
      List<String> line = new ArrayList<>(List.of(i.feature(), Digits.of(i.share())));
      if (permuted) {
        line.add(i.permutation().isPresent() ? Digits.of(i.permutation().getAsDouble()) : "");
      }
      lines.add(line);
    }
    return lines;
  }

  /** The metric that chose the winner, where that was not J. */
  static Optional<String> metric(Report report) {
    return Optional.of(report.choice().by()).filter(by -> !by.equals("j"));
  }

  /** Settings that differ between candidates of a family; one that all share says nothing. */
  static List<String> varying(Report report) {
    return report.results().stream()
        .map(Result::candidate)
        .flatMap(c -> c.params().keySet().stream())
        .distinct()
        .filter(k -> varies(report, k))
        .toList();
  }

  private static boolean varies(Report report, String key) {
    return report.results().stream()
        .map(Result::candidate)
        .filter(c -> c.params().containsKey(key))
        .collect(
            Collectors.groupingBy(
                Candidate::model, Collectors.mapping(c -> c.params().get(key), Collectors.toSet())))
        .values()
        .stream()
        .anyMatch(values -> values.size() > 1);
  }

  static String name(Candidate candidate) {
    return candidate.params().entrySet().stream()
        .map(e -> e.getKey() + " = " + Digits.setting(e.getValue()))
        .collect(Collectors.joining(", ", candidate.model() + ": ", ""));
  }

  static String rule(Report report) {
    return switch (report.choice().rule()) {
      case BEST -> report.choice().by().equals("j") ? "" : " (by " + report.choice().by() + ")";
      case ONE_STANDARD_ERROR -> " (the simplest within one standard error of the best)";
    };
  }

  static String test(TestScore test, Unit unit) {
    String metrics =
        new TreeMap<>(test.metrics())
            .entrySet().stream()
                .map(e -> e.getKey() + " " + Digits.of(e.getValue()))
                .collect(Collectors.joining(", "));
    String openings =
        test.openings() == 1
            ? "opened once"
            : "opened %d times, so it is no longer quite honest".formatted(test.openings());
    return "%s   (%s; %s)".formatted(unit.of(test.j()), metrics, openings);
  }

  private static void failures(Report report, StringBuilder out) {
    List<Result> failed = report.failed();
    if (!failed.isEmpty()) {
      out.append(
          "failed   %s; the first, %s: %s%n"
              .formatted(
                  Digits.count(failed.size(), "candidate"),
                  name(failed.get(0).candidate()),
                  ((Failed) failed.get(0).outcome()).reason()));
    }
  }

  static String cost(Report report) {
    Map<String, Double> seconds = report.cost().seconds();
    String work = seconds.containsKey("train") ? "train" : "sweep";
    return "%s from %s in %s over the data; %s, of which %s %s"
        .formatted(
            Digits.count(report.cost().models(), "model"),
            Digits.count(report.cost().fits(), "fit"),
            Digits.count(report.cost().passes(), "pass"),
            Digits.seconds(seconds.getOrDefault("total", 0.0)),
            work.equals("train") ? "training" : "the sweep",
            Digits.seconds(seconds.getOrDefault(work, 0.0)));
  }
}
