package tenfold.core.learn.logistic;

/** Products of a chunk of rows with the weights of a wave, there and back. */
interface Product {

  /** The rows, a chunk at a time. */
  Lines lines();

  /**
   * Writes the chunk's logits.
   *
   * @param z a column for each output of each model, {@link Lines#ld} apart
   */
  void logits(double[] z);

  /**
   * Adds derivatives by the weights: products of the columns of rows {@code from} to {@code to - 1}
   * with derivatives by the logits.
   *
   * @param r as {@code z} is, and a column to spare; not modified
   * @param gradient for each output of each model its weights
   */
  void addGradient(double[] r, int from, int to, double[] gradient);
}
