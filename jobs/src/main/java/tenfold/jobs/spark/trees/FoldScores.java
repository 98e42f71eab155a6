package tenfold.jobs.spark.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import tenfold.core.fold.Folds;
import tenfold.core.sweep.FoldScore;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.StandardError;

/** What one candidate came to, fold by fold. */
final class FoldScores {

  private final Folds folds;
  private final List<FoldScore> scores = new ArrayList<>();
  private final List<Double> variances = new ArrayList<>();

  FoldScores(Folds folds) {
    this.folds = folds;
  }

  /** Adds how the candidate's cell of a fit did. Fits come by repeat, then by fold. */
  void add(Cut cut, Scores from, int fit, int cell) {
    var held = from.held(fit, cell);
    scores.add(
        new FoldScore(
            cut.repeat(),
            cut.fold(),
            held.rows(),
            from.jTrain(fit, cell),
            held.j(),
            held.metrics()));
    variances.add(from.variance(fit, cell));
  }

  /** What the candidate came to over all folds. */
  Outcome outcome(List<String> notes) {
    double[] jCv = scores.stream().mapToDouble(FoldScore::jCv).toArray();
    double jTrain = scores.stream().mapToDouble(FoldScore::jTrain).sum() / jCv.length;
    double mean = Arrays.stream(jCv).sum() / jCv.length;
    if (!Double.isFinite(jTrain) || !Double.isFinite(mean)) {
      return new Outcome.Failed(
          "J_train is %s and J_cv %s: rows that train or test a fold weigh nothing"
              .formatted(jTrain, mean));
    }
    return new Outcome.Scored(
        jTrain,
        mean,
        folds.folds() == 1 ? rowError() : StandardError.of(jCv, folds.folds()),
        FoldScore.means(scores),
        scores,
        notes);
  }

  /** A single hold-out has the error of its rows; the mean square over repeats. */
  private OptionalDouble rowError() {
    double mean = variances.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return Double.isNaN(mean) ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(mean));
  }
}
