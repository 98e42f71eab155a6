package tenfold.core.metric;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** How predictions did on some rows. */
public sealed interface Score extends Serializable permits ClassScore, LabelScore, RegressionScore {

  /** Rows scored. */
  long rows();

  /** The J of the task; smaller is better. */
  double j();

  /**
   * The standard error of J that its rows give: their standard deviation (n-1) over the root of
   * their number; empty for fewer than two rows.
   */
  OptionalDouble standardError();

  /** The metrics that are defined on these rows, by the names of {@link Metric}. */
  Map<String, Double> metrics();

  /**
   * precision, recall and f1 of each class against the others, where they are defined, in the order
   * of the classes; of several labels those of the positive class of each, and its j; empty for a
   * regression.
   */
  default List<Map<String, Double>> byClass() {
    return List.of();
  }

  /** Returns the score of these rows and of those of {@code other}, a score of the same kind. */
  Score with(Score other);
}
