package tenfold.core.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;

/**
 * The validation curve through the winner as a picture: J_train and J_cv along the axis with the
 * most values, all other settings being the winner's. Places on the axis are even, since lambdas
 * are usually doubled.
 */
final class Chart {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 280;
  private static final int MARGIN = 60;

  private final String axis;
  private final List<Result> points;
  private final Unit unit;
  private final double low;
  private final double high;

  private Chart(String axis, List<Result> points, Unit unit) {
    this.axis = axis;
    this.points = points;
    this.unit = unit;
    this.low = points.stream().mapToDouble(p -> scored(p).jTrain()).min().orElseThrow();
    double least = points.stream().mapToDouble(p -> scored(p).jCv()).min().orElseThrow();
    double most = points.stream().mapToDouble(p -> scored(p).jCv()).max().orElseThrow();
    // One wild candidate must not flatten the rest: what is far above the best is cut off at the
    // top.
    double room = 4 * Math.max(least - low, 0.05 * Math.abs(least));
    this.high = room > 0 ? Math.min(most, least + room) : most;
  }

  /** Returns the picture, or nothing where no axis of numbers has two values. */
  static Optional<String> of(Report report) {
    Map<String, Object> best = report.winner().candidate().params();
    return best.keySet().stream()
        .filter(k -> best.get(k) instanceof Number)
        .map(k -> new Chart(k, line(report, k), Unit.of(report)))
        .filter(c -> c.points.size() > 1)
        .max(Comparator.comparingInt(c -> c.points.size()))
        .map(Chart::svg);
  }

  /** Finished candidates that differ from the winner at most in {@code key}, along it. */
  private static List<Result> line(Report report, String key) {
    return report.ranking().stream()
        .filter(r -> r.candidate().model().equals(report.winner().candidate().model()))
        .filter(r -> r.candidate().params().get(key) instanceof Number) // the rest have no place
        .filter(r -> same(r.candidate().params(), report.winner().candidate().params(), key))
        .sorted(Comparator.comparingDouble(r -> number(r.candidate().params().get(key))))
        .toList();
  }

  private static boolean same(Map<String, Object> a, Map<String, Object> b, String but) {
    return a.keySet().stream().allMatch(k -> k.equals(but) || a.get(k).equals(b.get(k)));
  }

  private String svg() {
    StringBuilder out = new StringBuilder();
    out.append(
        "<h2>J along %s</h2><p>all other settings as the winner's</p>%n"
            .formatted(ReportHtml.escaped(axis)));
    out.append("<svg viewBox=\"0 0 %d %d\" width=\"%d\">%n".formatted(WIDTH, HEIGHT, WIDTH));
    for (double level : new double[] {low, (low + high) / 2, high}) {
      out.append(
          "<line x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\" stroke=\"#ddd\"/><text x=\"4\" y=\"%s\">%s</text>%n"
              .formatted(MARGIN, WIDTH - MARGIN, y(level), y(level), y(level), unit.of(level)));
    }
    out.append(curve("#3b6ea5", r -> scored(r).jTrain(), "J_train"));
    out.append(curve("#b5523b", r -> scored(r).jCv(), "J_cv"));
    for (int i = 0; i < points.size(); i++) {
      String value = Digits.setting(points.get(i).candidate().params().get(axis));
      out.append(
          "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>%n"
              .formatted(x(i), HEIGHT - 8, ReportHtml.escaped(value)));
    }
    return out.append("</svg>\n").toString();
  }

  private String curve(String colour, ToDoubleFunction<Result> score, String name) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      line.append(x(i)).append(',').append(y(score.applyAsDouble(points.get(i)))).append(' ');
    }
    double last = score.applyAsDouble(points.get(points.size() - 1));
    return "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/><text x=\"%d\" y=\"%s\">%s</text>%n"
        .formatted(line.toString().trim(), colour, WIDTH - MARGIN + 6, y(last), name);
  }

  private String x(int i) {
    return place(MARGIN + (WIDTH - 2.0 * MARGIN) * i / (points.size() - 1));
  }

  private String y(double score) {
    double share = high > low ? (Math.min(score, high) - low) / (high - low) : 0;
    return place(HEIGHT - 40 - (HEIGHT - 70) * share);
  }

  private static String place(double at) {
    return String.format(Locale.ROOT, "%.1f", at);
  }

  private static Scored scored(Result result) {
    return (Scored) result.outcome();
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
