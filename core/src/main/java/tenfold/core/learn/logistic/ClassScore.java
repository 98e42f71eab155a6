package tenfold.core.learn.logistic;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import tenfold.core.metric.Confusion;
import tenfold.core.metric.Score;

/** How probabilities of classes did: the confusion of the likeliest, and the log-loss. */
final class ClassScore implements Score {

  private static final long serialVersionUID = 1;

  /** Nearest that a probability counts to 0 or 1. */
  private static final double CLIP = 1e-15;

  private final int classes;
  private final Confusion confusion;
  private double weight;
  private double loss;

  ClassScore(int classes) {
    this.classes = classes;
    confusion = new Confusion(classes);
  }

  /**
   * Adds a row.
   *
   * @param truth its class, {@code classes} for one that the model does not know
   * @param probabilities of the row start at {@code at}
   * @param w its weight
   */
  void add(int truth, double[] probabilities, int at, double w) {
    int likeliest = 0;
    for (int c = 1; c < classes; c++) {
      likeliest = probabilities[at + c] > probabilities[at + likeliest] ? c : likeliest;
    }
    confusion.add(truth, likeliest, w);
    double p = truth == classes ? 0 : probabilities[at + truth];
    loss -= w * Math.log(Math.min(1 - CLIP, Math.max(CLIP, p)));
    weight += w;
  }

  void merge(ClassScore other) {
    confusion.merge(other.confusion);
    weight += other.weight;
    loss += other.loss;
  }

  @Override
  public ClassScore with(Score other) {
    ClassScore both = new ClassScore(classes);
    both.merge(this);
    both.merge((ClassScore) other);
    return both;
  }

  @Override
  public long rows() {
    return confusion.rows();
  }

  @Override
  public double j() {
    return confusion.j();
  }

  @Override
  public OptionalDouble standardError() {
    return confusion.standardError();
  }

  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> out = new TreeMap<>(confusion.metrics());
    out.put("log_loss", loss / weight);
    return out;
  }
}
