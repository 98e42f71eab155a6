package tenfold.core.learn.logistic;

import java.util.ArrayList;
import java.util.List;

/** What a reader should know of a candidate's fits. */
final class Notes {

  private final double lambda;
  private int fits;
  private int separated;
  private int stuck;

  Notes(double lambda) {
    this.lambda = lambda;
  }

  /** Looks at a finished model. */
  void add(Model model) {
    fits++;
    separated += lambda == 0 && model.wrong() == 0 ? 1 : 0;
    stuck += model.descent().state() == Descent.State.CONVERGED ? 0 : 1;
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
    return out;
  }
}
