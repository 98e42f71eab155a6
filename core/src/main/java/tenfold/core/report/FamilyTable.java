package tenfold.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tenfold.core.sweep.Contender;
import tenfold.core.sweep.Contender.Standing;

/** Which algorithm? The best candidate of each family beside the winner, for people. */
final class FamilyTable {

  private FamilyTable() {}

  /** Returns the lines, headings first; nothing where there is one family. */
  static Optional<List<List<String>>> of(Report report) {
    if (report.contest().isEmpty()) {
      return Optional.empty();
    }
    String by = ReportText.metric(report).orElse("J_cv");
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("best of", by, "± SE", "difference", "± SE", ""));
    report.contest().forEach(its -> lines.add(line(report, its)));
    return Optional.of(lines);
  }

  private static List<String> line(Report report, Contender its) {
    List<String> line = new ArrayList<>(List.of(its.candidate().model()));
    line.add(shown(report, its.score()));
    line.add(shown(report, its.error()));
    line.add(its.standing() == Standing.WINNER ? "" : shown(report, its.difference()));
    line.add(shown(report, its.differenceError()));
    line.add(said(its));
    return line;
  }

  private static String shown(Report report, OptionalDouble error) {
    return error.isPresent() ? shown(report, error.getAsDouble()) : "";
  }

  /** Returns a score by what candidates are chosen by, or a difference of two. */
  private static String shown(Report report, double score) {
    return ReportText.metric(report).isPresent() ? Digits.of(score) : Unit.of(report).of(score);
  }

  private static String said(Contender its) {
    return switch (its.standing()) {
      case WINNER -> "the winner";
      case WORSE -> "worse";
      case BETTER -> "better, but less simple";
      case UNDECIDED -> "cannot tell: within two standard errors";
      case UNKNOWN -> "";
    };
  }
}
