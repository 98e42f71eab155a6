package tenfold.core.sweep;

import java.util.OptionalDouble;
import tenfold.core.metric.Metric;
import tenfold.core.sweep.Outcome.Scored;

/** What candidates are compared by, and how much of it they have. */
record Yardstick(Metric metric) {

  static Yardstick of(Choice choice) {
    return new Yardstick(
        Metric.of(choice.by())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "select.by is '%s', which is no metric".formatted(choice.by()))));
  }

  /** Whether a candidate has a score. */
  boolean measures(Scored scored) {
    return metric == Metric.J || scored.metrics().containsKey(metric.key());
  }

  /** Whether a fold has one. */
  boolean measures(FoldScore fold) {
    return metric == Metric.J || fold.metrics().containsKey(metric.key());
  }

  /** A candidate's score; it must have one. */
  double of(Scored scored) {
    return metric == Metric.J ? scored.jCv() : scored.metrics().get(metric.key());
  }

  /** A fold's score; it must have one. */
  double of(FoldScore fold) {
    return metric == Metric.J ? fold.jCv() : fold.metrics().get(metric.key());
  }

  /** The score where smaller is better. */
  double cost(Scored scored) {
    return metric.largerIsBetter() ? -of(scored) : of(scored);
  }

  /** Standard error of the score: J's own, a metric's from its folds. */
  OptionalDouble error(Scored scored) {
    if (metric == Metric.J) {
      return scored.jCvSe();
    }
    double[] values = scored.folds().stream().mapToDouble(this::of).toArray();
    long folds = scored.folds().stream().mapToInt(FoldScore::fold).distinct().count();
    return StandardError.of(values, folds);
  }
}
