package tenfold.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the winner did on each class against the others, on rows held out, for people. */
final class ClassTable {

  private static final List<String> SHOWN = List.of("precision", "recall", "f1");

  private ClassTable() {}

  /** Returns the lines, headings first; nothing for a regression. */
  static Optional<List<List<String>>> of(Report report) {
    if (report.byClass().isEmpty()) {
      return Optional.empty();
    }
    List<List<String>> lines = new ArrayList<>();
    List<String> headings = new ArrayList<>(List.of("class"));
    SHOWN.forEach(m -> headings.add(m));
    report.test().ifPresent(test -> SHOWN.forEach(m -> headings.add("test " + m)));
    lines.add(headings);
    for (int c = 0; c < report.classes().size(); c++) {
      List<String> line = new ArrayList<>(List.of(report.classes().get(c)));
      add(line, report.byClass().get(c).mean());
      int its = c;
      report.test().ifPresent(test -> add(line, test.byClass().get(its)));
      lines.add(line);
    }
    return Optional.of(lines);
  }

  private static void add(List<String> line, Map<String, Double> values) {
    for (String metric : SHOWN) {
      Double value = values.get(metric);
      line.add(value == null ? "" : Digits.of(value));
    }
  }
}
