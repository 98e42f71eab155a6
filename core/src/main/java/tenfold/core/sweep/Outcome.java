package tenfold.core.sweep;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What a candidate came to. A failed fit is a result to report, not a NaN to average. */
public sealed interface Outcome {

  /**
   * The candidate was fitted and scored on every fold.
   *
   * @param jTrain mean over folds of J on the training rows
   * @param jCv mean over folds of J on the held-out rows
   * @param jCvSe its standard error; empty where it was not computed
   * @param metrics means over folds (pooled under leave-one-out) by name
   * @param folds the folds one by one; empty under leave-one-out
   * @param notes what a reader should know, such as that it was fitted directly
   */
  record Scored(
      double jTrain,
      double jCv,
      OptionalDouble jCvSe,
      Map<String, Double> metrics,
      List<FoldScore> folds,
      List<String> notes)
      implements Outcome {

    public Scored {
      if (!Double.isFinite(jTrain) || !Double.isFinite(jCv)) {
        throw new IllegalArgumentException(
            "J_train is %s and J_cv %s; record a Failed outcome".formatted(jTrain, jCv));
      }
      metrics = Map.copyOf(metrics);
      folds = List.copyOf(folds);
      notes = List.copyOf(notes);
    }
  }

  /** The fit gave up; {@code reason} says on what, in words that can stand in the report. */
  record Failed(String reason) implements Outcome {}
}
