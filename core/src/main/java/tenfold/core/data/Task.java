package tenfold.core.data;

/** What is to be predicted. */
public enum Task {
  /** A number; J is half the mean squared error. */
  REGRESSION,
  /**
   * One of several classes; J is the fraction misclassified. Of several labels at once, each of two
   * classes, it is the share of labels misclassified.
   */
  CLASSIFICATION
}
