package tenfold.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tenfold.core.sweep.Outcome.Failed;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;

/** Every candidate as a line of comma-separated values: {@code candidates.csv}. */
public final class ReportCsv {

  private ReportCsv() {}

  /** Returns the lines, a heading first. */
  public static String of(List<Result> results) {
    List<String> settings =
        results.stream().flatMap(r -> r.candidate().params().keySet().stream()).distinct().toList();
    TreeSet<String> metrics = new TreeSet<>();
    for (Result result : results) {
      if (result.outcome() instanceof Scored scored) {
        metrics.addAll(scored.metrics().keySet());
      }
    }
    List<String> heading = new ArrayList<>(List.of("model"));
    heading.addAll(settings);
    heading.addAll(List.of("status", "j_train", "j_cv", "j_cv_se"));
    heading.addAll(metrics);
    heading.add("reason");
    StringBuilder out = new StringBuilder(line(heading));
    for (Result result : results) {
      List<String> cells = new ArrayList<>(List.of(result.candidate().model()));
      settings.forEach(k -> cells.add(cell(result.candidate().params().get(k))));
      if (result.outcome() instanceof Scored s) {
        cells.addAll(List.of("ok", cell(s.jTrain()), cell(s.jCv())));
        cells.add(s.jCvSe().isPresent() ? cell(s.jCvSe().getAsDouble()) : "");
        metrics.forEach(m -> cells.add(cell(s.metrics().get(m))));
        cells.add(String.join("; ", s.notes()));
      } else if (result.outcome() instanceof Failed failed) {
        cells.addAll(List.of("failed", "", "", ""));
        metrics.forEach(m -> cells.add(""));
        cells.add(failed.reason());
      }
      out.append(line(cells));
    }
    return out.toString();
  }

  private static String cell(Object value) {
    return value == null ? "" : String.valueOf(value);
  }

  private static String line(List<String> cells) {
    return cells.stream().map(ReportCsv::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[\",\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
