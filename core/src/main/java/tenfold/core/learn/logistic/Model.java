package tenfold.core.learn.logistic;

import java.util.Arrays;
import tenfold.core.metric.ClassScore;

/** One lambda on one training set, under way. */
final class Model {

  private final int fold;
  private final double lambda;
  private final TrainingSet set;
  private final int outputs;
  private Descent descent;
  private double wrong;
  private ClassScore held;

  /**
   * A model.
   *
   * @param fold the fold that it does without, or {@link Wave#WHOLE}
   */
  Model(int fold, double lambda, TrainingSet set, int outputs) {
    this.fold = fold;
    this.lambda = lambda;
    this.set = set;
    this.outputs = outputs;
  }

  int fold() {
    return fold;
  }

  double lambda() {
    return lambda;
  }

  TrainingSet set() {
    return set;
  }

  Descent descent() {
    return descent;
  }

  /** Sets out in a way. */
  void by(Descent way) {
    descent = way;
  }

  /** Whether it asks to be looked at. */
  boolean asks() {
    return descent.state() == Descent.State.ASKING;
  }

  /** Returns the point to look at, in weights on the terms as they are. */
  double[] plain() {
    return set.plain(centred());
  }

  /** Returns weights on the terms as they are, standardised by this model's rows. */
  double[] standard(double[] plain) {
    return set.standard(plain, outputs);
  }

  private double[] centred() {
    double[] v = descent.at().clone();
    set.centre(v, outputs); // rounding alone leads away from there
    return v;
  }

  /** Hears what a pass says of it, the model number {@code m} of the wave. */
  void tell(Gathered gathered, int m) {
    double[] v = centred();
    int order = v.length;
    wrong = gathered.wrong(m);
    held = gathered.held(m);
    double[] h =
        gathered.curved() ? set.curvature(gathered.curvature(0, m), order, lambda) : new double[0];
    descent.tell(
        set.cost(gathered.loss(m), v, lambda),
        set.gradient(gathered.gradient(0), m * order, v, lambda),
        h);
  }

  /** Weight of its training rows that it gets wrong. */
  double wrong() {
    return wrong;
  }

  /** Its score on the rows held out. */
  ClassScore held() {
    return held;
  }

  /** Takes a score of the same rows that says more. */
  void held(ClassScore score) {
    held = score;
  }

  /** Returns for each logit the constant, then the weights, on the terms as they are. */
  double[][] beta() {
    double[] plain = plain();
    int columns = set.columns();
    double[][] out = new double[outputs][];
    Arrays.setAll(out, o -> Arrays.copyOfRange(plain, o * columns, (o + 1) * columns));
    return out;
  }
}
