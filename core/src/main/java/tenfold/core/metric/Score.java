package tenfold.core.metric;

import java.io.Serializable;
import java.util.Map;

/** How predictions did on some rows. */
public interface Score extends Serializable {

  /** Rows scored. */
  long rows();

  /** The J of the task; smaller is better. */
  double j();

  /** The metrics that are defined on these rows, by the names of {@link Metric}. */
  Map<String, Double> metrics();
}
