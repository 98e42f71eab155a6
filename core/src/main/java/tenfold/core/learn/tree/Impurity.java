package tenfold.core.learn.tree;

import tenfold.core.data.Task;

/** How mixed the rows of a node are. */
public enum Impurity {
  /** Classification: {@code -sum p log2 p}, in bits. */
  ENTROPY,
  /** Classification: {@code 1 - sum p^2}. */
  GINI,
  /** Regression: population variance. */
  VARIANCE;

  /** Its name in configurations and reports. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Returns this impurity, or the variance where numbers are predicted. */
  public Impurity on(Task task) {
    return task == Task.REGRESSION ? VARIANCE : this;
  }
}
