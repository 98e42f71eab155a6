package tenfold.core.learn.logistic;

import java.util.ArrayList;
import java.util.List;

/** What a reader should know of a candidate's fits. */
final class Notes {

  private final double lambda;
  private final Model whole;
  private int fits;
  private int separated;
  private int stuck;

  /**
   * Notes of no fold so far.
   *
   * @param whole the model of all rows: the one that is kept if the candidate wins
   */
  Notes(double lambda, Model whole) {
    this.lambda = lambda;
    this.whole = whole;
  }

  /** Looks at a fold's finished model. */
  void add(Model model) {
    fits++;
    separated += separated(model) ? 1 : 0;
    stuck += stuck(model) ? 1 : 0;
  }

  private boolean separated(Model model) {
    return lambda == 0 && model.wrong() == 0;
  }

  private static boolean stuck(Model model) {
    return model.descent().state() != Descent.State.CONVERGED;
  }

  List<String> sentences() {
    List<String> out = new ArrayList<>();
    if (separated > 0) {
      out.add(
          ("the classes can be separated: in %d of %d fits every training row is right, and with"
                  + " lambda = 0 weights would grow without bound; stopped where the gradient is as"
                  + " good as 0, use lambda > 0")
              .formatted(separated, fits));
    }
    if (stuck > 0) {
      out.add(
          "not converged: %d of %d fits stopped where rounding or the limit of steps left them"
              .formatted(stuck, fits));
    }
    if (separated(whole)) {
      out.add(
          "the model of all rows separates the classes: every row is right, and with lambda = 0 its"
              + " weights say where it was stopped; use lambda > 0");
    }
    if (stuck(whole)) {
      out.add(
          "the model of all rows has not converged: it stopped where rounding or the limit of steps"
              + " left it");
    }
    return out;
  }
}
