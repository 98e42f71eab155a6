package tenfold.core.sweep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntFunction;
import tenfold.core.fold.Folds;
import tenfold.core.metric.Score;

/**
 * What a candidate came to on one fold, in a form that can still be pooled with the other folds'.
 *
 * @param repeat which cut of the rows, from 0
 * @param fold which fold of it was held out, from 0
 * @param jTrain J on the rows that trained the model
 * @param score of the rows held out
 */
public record FoldResult(int repeat, int fold, double jTrain, Score score) implements Serializable {

  /**
   * Returns what a candidate came to over all folds: means of the folds' scores, with the error of
   * a mean over folds; under leave-one-out all rows pooled; of one hold-out or out of bag, the
   * error of a mean over rows.
   *
   * @param results at least one
   * @param notes for the reader
   */
  public static Outcome outcome(List<FoldResult> results, Folds folds, List<String> notes) {
    for (FoldResult result : results) {
      if (!Double.isFinite(result.jTrain()) || !Double.isFinite(result.score().j())) {
        return new Outcome.Failed(
            "fold %d: J_train is %s and J_cv %s; its rows weigh nothing, or its targets are too large"
                .formatted(result.fold(), result.jTrain(), result.score().j()));
      }
      for (Map.Entry<String, Double> metric : result.score().metrics().entrySet()) {
        if (!Double.isFinite(metric.getValue())) {
          return new Outcome.Failed(
              "fold %d: %s is %s; some row is too far from the others to be predicted"
                  .formatted(result.fold(), metric.getKey(), metric.getValue()));
        }
      }
    }
    double jTrain = results.stream().mapToDouble(FoldResult::jTrain).sum() / results.size();
    if (folds.leaveOneOut() || results.size() == 1) {
      Score pooled = results.get(0).score();
      for (FoldResult next : results.subList(1, results.size())) {
        pooled = pooled.with(next.score());
      }
      List<FoldScore> single =
          folds.leaveOneOut() ? List.of() : List.of(results.get(0).foldScore());
      return new Outcome.Scored(
          jTrain, pooled.j(), pooled.standardError(), pooled.metrics(), single, notes);
    }
    List<FoldScore> scores = new ArrayList<>();
    results.forEach(r -> scores.add(r.foldScore()));
    double[] j = scores.stream().mapToDouble(FoldScore::jCv).toArray();
    double jCv = 0;
    for (double one : j) {
      jCv += one / j.length;
    }
    OptionalDouble error = StandardError.of(j, folds.folds());
    return new Outcome.Scored(jTrain, jCv, error, FoldScore.means(scores), scores, notes);
  }

  /**
   * Returns what a candidate came to on all cuts; it has failed where a cut has.
   *
   * @param result of a cut
   * @param all what the results of all cuts come to
   */
  public static Outcome outcome(
      Cutting cutting,
      IntFunction<Unit<FoldResult>> result,
      Function<List<FoldResult>, Outcome> all) {
    List<FoldResult> results = new ArrayList<>();
    for (int cut = 0; cut < cutting.count(); cut++) {
      Unit<FoldResult> its = result.apply(cut);
      if (its instanceof Unit.Failed<FoldResult> failed) {
        return new Outcome.Failed("fold %d: %s".formatted(cutting.fold(cut), failed.reason()));
      }
      results.add(its.result());
    }
    return all.apply(results);
  }

  private FoldScore foldScore() {
    return new FoldScore(repeat, fold, score.rows(), jTrain, score.j(), score.metrics());
  }
}
