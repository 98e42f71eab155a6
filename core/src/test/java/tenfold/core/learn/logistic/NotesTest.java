package tenfold.core.learn.logistic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tenfold.core.learn.logistic.Descent.State;

/** What is said of models that ended in some way. */
class NotesTest {

  private static final String WHOLE =
      "the model of all rows has not converged: it stopped where rounding or the limit of steps"
          + " left it";

  /** A model of one term on three rows of one class and two of the other. */
  private static Model model(int fold, State state) {
    double[] sums = {3, 2, 0, 5};
    Model model = new Model(fold, 1, TrainingSet.of(sums, sums, 2, ClassWeight.NONE), 1);
    model.by(
        new Descent() {
          @Override
          public double[] at() {
            return new double[2];
          }

          @Override
          public void tell(double cost, double[] gradient, double[] curvature) {
            throw new AssertionError("it has ended");
          }

          @Override
          public State state() {
            return state;
          }
        });
    return model;
  }

  private static Notes notes(State whole, State... folds) {
    Notes notes = new Notes(1, model(Wave.WHOLE, whole));
    for (int f = 0; f < folds.length; f++) {
      notes.add(model(f, folds[f]));
    }
    return notes;
  }

  @Test
  void aModelOfAllRowsThatIsStuckIsNamedApart() {
    assertThat(notes(State.STUCK, State.CONVERGED, State.CONVERGED).sentences())
        .containsExactly(WHOLE);
    assertThat(notes(State.STUCK, State.CONVERGED, State.STUCK).sentences())
        .containsExactly(
            "not converged: 1 of 2 fits stopped where rounding or the limit of steps left them",
            WHOLE);
    assertThat(notes(State.CONVERGED, State.CONVERGED).sentences()).isEmpty();
  }
}
