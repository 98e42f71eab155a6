package tenfold.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the winner did on each class against the others, or on each label, on rows held out, for
 * people.
 */
final class ClassTable {

  private static final List<String> CLASS = List.of("precision", "recall", "f1");
  private static final List<String> LABEL = List.of("j", "precision", "recall", "f1");

  private ClassTable() {}

  /** What the table holds, for a heading. */
  static String title(Report report) {
    return report.labels().isEmpty() ? "The winner, class by class" : "The winner, label by label";
  }

  /** Returns the lines, headings first; nothing for a regression. */
  static Optional<List<List<String>>> of(Report report) {
    if (report.byClass().isEmpty()) {
      return Optional.empty();
    }
    List<List<String>> lines = new ArrayList<>();
    List<String> shown = report.labels().isEmpty() ? CLASS : LABEL;
    List<String> headings = new ArrayList<>(List.of(report.labels().isEmpty() ? "class" : "label"));
    headings.addAll(shown);
    report.test().ifPresent(test -> shown.forEach(m -> headings.add("test " + m)));
    lines.add(headings);
    for (int c = 0; c < report.parts().size(); c++) {
      List<String> line = new ArrayList<>(List.of(report.parts().get(c)));
      add(line, shown, report.byClass().get(c).mean());
      int its = c;
      report.test().ifPresent(test -> add(line, shown, test.byClass().get(its)));
      lines.add(line);
    }
    return Optional.of(lines);
  }

  private static void add(List<String> line, List<String> shown, Map<String, Double> values) {
    for (String metric : shown) {
      Double value = values.get(metric);
      line.add(value == null ? "" : Digits.of(value));
    }
  }
}
