package tenfold.core.learn.network;

import java.io.Serializable;
import java.util.List;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.Unit;

/** What a network came to on one fold. */
sealed interface NetworkFold extends Serializable {

  /** One for each number of epochs that was scored, ascending. */
  List<FoldResult> results();

  /**
   * Likewise of the rows held out, as {@link Target#predictions} has them; none where nobody asks
   * for them.
   */
  List<double[]> predictions();

  /** The result at a place; where training came to nothing before it, the reason. */
  default Unit<FoldResult> result(int index) {
    return index < results().size()
        ? new Unit.Done<>(results().get(index))
        : new Unit.Failed<>(((Failed) this).reason());
  }

  /**
   * It was trained to the end.
   *
   * @param epochs that the last result has
   */
  record Trained(List<FoldResult> results, List<double[]> predictions, int epochs)
      implements NetworkFold {

    public Trained {
      results = List.copyOf(results);
      predictions = List.copyOf(predictions);
    }
  }

  /**
   * It came to nothing after these results, which stand: fewer epochs are the first of many.
   *
   * @param reason says where
   */
  record Failed(List<FoldResult> results, List<double[]> predictions, String reason)
      implements NetworkFold {

    public Failed {
      results = List.copyOf(results);
      predictions = List.copyOf(predictions);
    }
  }
}
