package tenfold.core.metric;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How predicted probabilities of classes did. Small and mergeable, but for the areas under curves:
 * those need all rows at once, so they are put in where all rows are at hand ({@link ScoredRows}),
 * and a score of other rows has none.
 *
 * <p>log_loss is the mean of {@code -ln p}, {@code p} being the probability of the row's class, not
 * nearer to 0 or 1 than 1e-15, as in scikit-learn: it is finite also where a model was sure and
 * wrong.
 */
public final class ClassScore implements Score {

  private static final long serialVersionUID = 1;

  private final int classes;
  private final Confusion confusion;
  private double weight;
  private double loss;
  private double roc; // NaN: absent
  private double pr;

  /** The score of no rows among {@code classes} classes. */
  public ClassScore(int classes) {
    this(classes, new Confusion(classes), 0, 0, Double.NaN, Double.NaN);
  }

  private ClassScore(
      int classes, Confusion confusion, double weight, double loss, double roc, double pr) {
    this.classes = classes;
    this.confusion = confusion;
    this.weight = weight;
    this.loss = loss;
    this.roc = roc;
    this.pr = pr;
  }

  /**
   * Adds one row. The class predicted is the likeliest, the first among equals.
   *
   * @param truth its class; {@code classes} for one that the model does not know, which no
   *     prediction meets: its probability is 0
   * @param probabilities of each class, from place {@code at}
   * @param w its weight
   */
  public void add(int truth, double[] probabilities, int at, double w) {
    int likeliest = Forecast.likeliest(probabilities, at, classes);
    add(truth, likeliest, Forecast.loss(probabilities, at, classes, truth), w);
  }

  /** Adds one row of which this was said, in less time than its probabilities take. */
  public void add(int truth, Forecast said, double w) {
    add(truth, said.likeliest(), said.loss(truth), w);
  }

  private void add(int truth, int predicted, double itsLoss, double w) {
    confusion.add(truth, predicted, w);
    weight += w;
    loss += w * itsLoss;
    roc = Double.NaN;
    pr = Double.NaN;
  }

  /** Adds the rows of {@code other}; the areas under curves are lost. */
  public void merge(ClassScore other) {
    confusion.merge(other.confusion);
    weight += other.weight;
    loss += other.loss;
    roc = Double.NaN;
    pr = Double.NaN;
  }

  @Override
  public Score with(Score other) {
    ClassScore both = new ClassScore(classes);
    both.merge(this);
    both.merge((ClassScore) other);
    return both;
  }

  /** Returns this score with the areas under the curves of the same rows among its metrics. */
  public ClassScore withCurves(Curves curves) {
    ClassScore out = new ClassScore(classes);
    out.merge(this);
    out.roc = curves.roc().orElse(Double.NaN);
    out.pr = curves.pr().orElse(Double.NaN);
    return out;
  }

  @Override
  public long rows() {
    return confusion.rows();
  }

  /** The fraction misclassified, by weight. */
  @Override
  public double j() {
    return confusion.j();
  }

  @Override
  public OptionalDouble standardError() {
    return confusion.standardError();
  }

  /**
   * accuracy, log_loss and, where they are defined, precision, recall and f1; roc_auc and pr_auc
   * where the curves were had.
   */
  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> out = confusion.metrics();
    out.put(Metric.LOG_LOSS.key(), loss / weight);
    put(out, Metric.ROC_AUC, roc);
    put(out, Metric.PR_AUC, pr);
    return out;
  }

  @Override
  public List<Map<String, Double>> byClass() {
    return IntStream.range(0, classes).mapToObj(confusion::of).toList();
  }

  private static void put(Map<String, Double> out, Metric metric, double area) {
    if (!Double.isNaN(area)) {
      out.put(metric.key(), area);
    }
  }
}
