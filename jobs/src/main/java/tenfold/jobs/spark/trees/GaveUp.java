package tenfold.jobs.spark.trees;

import java.util.Optional;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tenfold.core.learn.boost.Boosters;

/** Why a fit on the cluster gave up. */
final class GaveUp {

  /** How Spark quotes what XGBoost threw on a worker. */
  private static final String QUOTED = XGBoostError.class.getName() + ": ";

  private GaveUp() {}

  /** Returns the sentence of XGBoost's, or else that of the first cause. */
  static String reason(Throwable failed) {
    Throwable first = failed;
    for (Throwable at = failed; at != null; at = at.getCause()) {
      Optional<String> its = ofXGBoost(at);
      if (its.isPresent()) {
        return Boosters.reason(its.get());
      }
      first = at;
    }
    return String.valueOf(first.getMessage()).lines().findFirst().orElse("");
  }

  private static Optional<String> ofXGBoost(Throwable at) {
    String message = String.valueOf(at.getMessage());
    if (at instanceof XGBoostError) {
      return Optional.of(message);
    }
    int quoted = message.indexOf(QUOTED);
    return quoted < 0 ? Optional.empty() : Optional.of(message.substring(quoted + QUOTED.length()));
  }
}
