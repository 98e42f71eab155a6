package tenfold.core.metric;

import java.util.OptionalDouble;

/**
 * The areas under the curves of one class against the rest, from rows that come from the most
 * probable to the least; those of one probability are one step.
 *
 * <p>Under the ROC curve: the share of the pairs of a row of the class and one of the rest in which
 * the former is the more probable, where a tie is half a pair (Mann and Whitney, "On a test of
 * whether one of two random variables is stochastically larger than the other", 1947). Under the
 * precision-recall curve: the mean of the precision at each step, weighted by what the step adds to
 * recall: average precision, without interpolation, as in scikit-learn. A row of weight 2 is two
 * rows. Exact sums where weights are whole numbers.
 */
final class Curve {

  private double its; // weight of the class above the step
  private double rest;
  private double pairs;
  private double precision;
  private double probability = Double.NaN; // of the step
  private double stepIts;
  private double stepRest;

  /**
   * Adds rows of one probability, not above that of the rows before.
   *
   * @param said that probability
   * @param ofClass weight of those of the class
   * @param ofRest weight of the others
   */
  void add(double said, double ofClass, double ofRest) {
    if (said != probability) {
      pairs = pairs();
      precision = precision();
      its += stepIts;
      rest += stepRest;
      stepIts = 0;
      stepRest = 0;
      probability = said;
    }
    stepIts += ofClass;
    stepRest += ofRest;
  }

  private double pairs() {
    return pairs + stepRest * (its + stepIts / 2);
  }

  private double precision() {
    double all = its + stepIts;
    return stepIts > 0 ? precision + stepIts * (all / (all + rest + stepRest)) : precision;
  }

  /** The area under the ROC curve; empty where all rows or none are of the class. */
  OptionalDouble roc() {
    double all = (its + stepIts) * (rest + stepRest);
    return all > 0 ? OptionalDouble.of(pairs() / all) : OptionalDouble.empty();
  }

  /** The area under the precision-recall curve; empty where no row is of the class. */
  OptionalDouble pr() {
    double all = its + stepIts;
    return all > 0 ? OptionalDouble.of(precision() / all) : OptionalDouble.empty();
  }
}
