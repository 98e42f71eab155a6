package tenfold.core.learn.logistic;

import java.util.Arrays;
import tenfold.core.learn.terms.Around;
import tenfold.core.sweep.Engine;

/** What the whole training part and the rows around each fold of a cut are like. */
final class TrainingSets {

  private final TrainingSet whole;
  private final TrainingSet[] around;

  private TrainingSets(TrainingSet whole, TrainingSet[] around) {
    this.whole = whole;
    this.around = around;
  }

  /**
   * Makes the pass that it takes. Under leave-one-out every fold keeps the centring and scaling of
   * the whole training part.
   */
  static TrainingSets gather(Engine engine, Layout layout, ClassWeight classWeight) {
    Cut cut = layout.cut();
    Around<double[]> sums = cut.around(engine.aggregate(new SumsPass(layout))::part);
    int classes = layout.classes();
    TrainingSet whole = TrainingSet.of(sums.all(), sums.all(), classes, classWeight);
    TrainingSet[] around = new TrainingSet[cut.folds()];
    Arrays.setAll(
        around,
        f ->
            layout.problem().folds().leaveOneOut()
                ? whole.with(sums.training(f), classWeight)
                : TrainingSet.of(sums.training(f), sums.all(), classes, classWeight));
    return new TrainingSets(whole, around);
  }

  /** All training rows. */
  TrainingSet whole() {
    return whole;
  }

  /** Those that train a fold's models. */
  TrainingSet around(int fold) {
    return around[fold];
  }
}
