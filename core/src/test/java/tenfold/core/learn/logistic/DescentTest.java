package tenfold.core.learn.logistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.core.learn.logistic.Descent.State;

/** Laws of descents, told of costs that no rows have. */
class DescentTest {

  /** What is scored is what a pass said last: it must have been said of the weights that stay. */
  @Test
  void aWayThatNoStepGainsEndsWhereItWasHeardOfLast() {
    double[] start = {3, 4};
    for (Descent descent : List.of(new Lbfgs(start), new Newton(start, 0))) {
      double[] heard = start;
      while (descent.state() == State.ASKING) {
        heard = descent.at();
        double cost = heard == start ? 1 : 2;
        descent.tell(cost, new double[] {1, 1}, new double[] {1, 0, 0, 1});
      }
      assertThat(descent.state()).isEqualTo(State.STUCK);
      assertThat(descent.at()).isEqualTo(start);
      assertThat(heard).isEqualTo(start);
    }
  }
}
