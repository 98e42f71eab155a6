package tenfold.core.learn.logistic;

import java.io.Serializable;
import tenfold.core.metric.ClassScore;

/**
 * How logits become probabilities: a sigmoid for two classes, softmax for more. Works on rows
 * {@code from} to {@code to - 1} of a chunk and one model, whose logits stand in columns a chunk's
 * {@code ld} apart from {@code at} on.
 */
interface Link extends Serializable {

  /** Columns of a model. */
  int outputs();

  /** Returns the link for so many classes. */
  static Link of(int classes) {
    return classes == 2 ? new Sigmoid() : new Softmax(classes);
  }

  /**
   * Writes the derivative of the cost by each logit, and adds what the rows cost.
   *
   * @param factor what a row of each class counts
   * @param r written where {@code z} is read
   */
  void train(
      Lines lines, int from, int to, double[] z, int at, double[] factor, double[] r, Tally tally);

  /** Writes the derivatives alone; returns the weight of the rows that are predicted wrong. */
  double residuals(Lines lines, int from, int to, double[] z, int at, double[] factor, double[] r);

  /** Scores rows by their logits. */
  void held(Lines lines, int from, int to, double[] z, int at, ClassScore score);

  /**
   * Adds the second derivatives of the rows' cost by the weights.
   *
   * @param stride every so many rows stand for all
   * @param p number of columns of the chunk
   * @param h of order {@code outputs * p}, lower triangle
   */
  void curve(
      Lines lines,
      int from,
      int to,
      int stride,
      double[] z,
      int at,
      double[] factor,
      int p,
      double[] h);

  /**
   * Writes a row's probabilities.
   *
   * @param logits one for each output
   * @param out one for each class, from {@code at} on
   */
  void probabilities(double[] logits, double[] out, int at);

  /** What training rows came to. */
  final class Tally {
    double loss;
    double wrong;
  }
}
