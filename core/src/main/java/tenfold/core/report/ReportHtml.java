package tenfold.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tenfold.core.sweep.Outcome.Failed;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;

/** A report as one HTML page without anything from outside: {@code report.html}. */
public final class ReportHtml {

  private static final int SHOWN = 200;

  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;color:#222;max-width:60em;margin:2em auto;padding:0 1em}
      table{border-collapse:collapse;font-size:14px}td,th{padding:.2em .8em;text-align:right}
      th{border-bottom:1px solid #999}tr.best{background:#e8f2e8;font-weight:600}
      dl{display:grid;grid-template-columns:8em auto}dt{color:#666}dd{margin:0}
      svg text{font-size:12px;fill:#444}.failed{color:#a33}
      """;

  private ReportHtml() {}

  /** Returns the page. */
  public static String of(Report report) {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append(escaped(report.name()))
        .append("</title><style>\n")
        .append(STYLE)
        .append("</style></head><body>\n<h1>")
        .append(escaped(report.name()))
        .append("</h1>\n");
    page.append("<p>").append(escaped(ReportText.size(report))).append("</p>\n");
    page.append(facts(report));
    page.append("<p>J is %s; %s</p>\n".formatted(Unit.of(report).meaning(), scores(report)));
    Chart.of(report).ifPresent(page::append);
    report
        .tree()
        .flatMap(TreeText::of)
        .ifPresent(t -> page.append("<h2>Tree</h2>\n<pre>" + escaped(t) + "</pre>\n"));
    FamilyTable.of(report).ifPresent(t -> page.append(section("Which algorithm?", t)));
    ClassTable.of(report).ifPresent(t -> page.append(section(ClassTable.title(report), t)));
    if (!report.importance().isEmpty()) {
      page.append(section("Importance", ReportText.importanceTable(report)));
    }
    page.append(table(report));
    page.append("<p>").append(escaped(ReportText.cost(report))).append("</p>\n</body></html>\n");
    return page.toString();
  }

  private static String scores(Report report) {
    return report.folds() == 0
        ? "J_train on the rows that trained a forest, J_cv on each row by the trees that did not draw it."
        : "J_train on the rows that trained a model, J_cv on the rows held out, both means over the folds.";
  }

  private static String facts(Report report) {
    Unit unit = Unit.of(report);
    Scored scored = (Scored) report.winner().outcome();
    List<String[]> facts = new ArrayList<>();
    facts.add(
        new String[] {
          "winner", ReportText.name(report.winner().candidate()) + ReportText.rule(report)
        });
    facts.add(new String[] {"J_train", unit.of(scored.jTrain())});
    String error = scored.jCvSe().isPresent() ? " ± " + unit.of(scored.jCvSe()) : "";
    facts.add(new String[] {"J_cv", unit.of(scored.jCv()) + error});
    report
        .test()
        .ifPresent(test -> facts.add(new String[] {"J_test", ReportText.test(test, unit)}));
    facts.add(
        new String[] {
          "baseline", unit.of(report.baseline().j()) + " (" + report.baseline().source() + ")"
        });
    scored.notes().forEach(note -> facts.add(new String[] {"note", note}));
    return facts.stream()
        .map(f -> "<dt>" + f[0] + "</dt><dd>" + escaped(f[1]) + "</dd>\n")
        .collect(Collectors.joining("", "<dl>\n", "</dl>\n"));
  }

  private static String table(Report report) {
    Unit unit = Unit.of(report);
    List<String> keys = ReportText.varying(report);
    StringBuilder out = new StringBuilder("<h2>Candidates</h2>\n<table><tr><th>model</th>");
    keys.forEach(k -> out.append("<th>").append(escaped(k)).append("</th>"));
    out.append("<th>J_train</th><th>J_cv</th><th>± SE</th>");
    Optional<String> metric = ReportText.metric(report);
    metric.ifPresent(m -> out.append("<th>").append(m).append("</th>"));
    out.append("</tr>\n");
    List<Result> lines = new ArrayList<>(report.ranking());
    lines.addAll(report.failed());
    for (Result result : lines.subList(0, Math.min(SHOWN, lines.size()))) {
      boolean best = result.candidate().equals(report.winner().candidate());
      out.append(best ? "<tr class=\"best\">" : "<tr>");
      cell(out, result.candidate().model());
      keys.forEach(k -> cell(out, Digits.setting(result.candidate().params().getOrDefault(k, ""))));
      if (result.outcome() instanceof Scored scored) {
        cell(out, unit.of(scored.jTrain()));
        cell(out, unit.of(scored.jCv()));
        cell(out, unit.of(scored.jCvSe()));
        metric.ifPresent(m -> cell(out, Digits.of(scored.metrics().get(m))));
      } else if (result.outcome() instanceof Failed failed) {
        out.append("<td colspan=\"%d\" class=\"failed\">".formatted(metric.isPresent() ? 4 : 3));
        out.append(escaped(failed.reason()));
        out.append("</td>");
      }
      out.append("</tr>\n");
    }
    out.append("</table>\n");
    if (lines.size() > SHOWN) {
      out.append("<p>and %,d more in candidates.csv</p>\n".formatted(lines.size() - SHOWN));
    }
    return out.toString();
  }

  private static String section(String title, List<List<String>> lines) {
    StringBuilder out = new StringBuilder("<h2>" + escaped(title) + "</h2>\n<table>");
    out.append("<tr>");
    lines.get(0).forEach(h -> out.append("<th>").append(escaped(h)).append("</th>"));
    for (List<String> line : lines.subList(1, lines.size())) {
      out.append("</tr>\n<tr>");
      line.forEach(text -> cell(out, text));
    }
    return out.append("</tr>\n</table>\n").toString();
  }

  private static void cell(StringBuilder out, String text) {
    out.append("<td>").append(escaped(text)).append("</td>");
  }

  /** Returns the text with what HTML reserves written so that it shows. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
