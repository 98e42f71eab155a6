package tenfold.core.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How predicted probabilities of several labels did, each of two classes. J is the share of labels
 * misclassified, known as Hamming loss: the mean over labels of each one's J. log_loss is the mean
 * over rows and labels. Mergeable. Source: Tsoumakas and Katakis, "Multi-label classification: an
 * overview", <i>International Journal of Data Warehousing and Mining</i> 3, 2007.
 */
public final class LabelScore implements Score {

  private static final long serialVersionUID = 1;

  private final Confusion[] each;
  private double weight;
  private double losses; // of all labels
  private double squares;
  private double squaresByCost;
  private double squaresBySquaredCost;

  /** The score of no rows of so many labels. */
  public LabelScore(int labels) {
    this(
        IntStream.range(0, labels).mapToObj(l -> new Confusion(2)).toArray(Confusion[]::new),
        0,
        0,
        0,
        0,
        0);
  }

  private LabelScore(
      Confusion[] each,
      double weight,
      double losses,
      double squares,
      double squaresByCost,
      double squaresBySquaredCost) {
    this.each = each;
    this.weight = weight;
    this.losses = losses;
    this.squares = squares;
    this.squaresByCost = squaresByCost;
    this.squaresBySquaredCost = squaresBySquaredCost;
  }

  /**
   * Adds one row.
   *
   * @param truth row-major, the class of each label; 2 for one that the model does not know, which
   *     no prediction meets: its probability is 0
   * @param at place of the row's first label there
   * @param probabilities row-major, of both classes of each label; of equals the first is predicted
   * @param from place of the row's first there
   * @param w its weight
   */
  public void add(int[] truth, int at, double[] probabilities, int from, double w) {
    int wrong = 0;
    for (int l = 0; l < each.length; l++) {
      int its = truth[at + l];
      int likeliest = Forecast.likeliest(probabilities, from + 2 * l, 2);
      each[l].add(its, likeliest, w);
      losses += w * Forecast.loss(probabilities, from + 2 * l, 2, its);
      wrong += likeliest == its ? 0 : 1;
    }
    double cost = (double) wrong / each.length;
    weight += w;
    squares += w * w;
    squaresByCost += w * w * cost;
    squaresBySquaredCost += w * w * cost * cost;
  }

  /** Adds the rows of {@code other}. */
  public void merge(LabelScore other) {
    for (int l = 0; l < each.length; l++) {
      each[l].merge(other.each[l]);
    }
    weight += other.weight;
    losses += other.losses;
    squares += other.squares;
    squaresByCost += other.squaresByCost;
    squaresBySquaredCost += other.squaresBySquaredCost;
  }

  @Override
  public Score with(Score other) {
    LabelScore both = new LabelScore(each.length);
    both.merge(this);
    both.merge((LabelScore) other);
    return both;
  }

  @Override
  public long rows() {
    return each[0].rows();
  }

  @Override
  public double j() {
    return Arrays.stream(each).mapToDouble(Confusion::j).sum() / each.length;
  }

  /** A row's cost is the share of its labels that are misclassified. */
  @Override
  public OptionalDouble standardError() {
    if (rows() < 2) {
      return OptionalDouble.empty();
    }
    double j = j();
    double spread = Math.max(0, squaresBySquaredCost - 2 * j * squaresByCost + j * j * squares);
    return OptionalDouble.of(Math.sqrt(spread * rows() / (rows() - 1)) / weight);
  }

  /** accuracy, the share of labels that are right, and log_loss. */
  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> out = new TreeMap<>();
    out.put(Metric.ACCURACY.key(), 1 - j());
    out.put(Metric.LOG_LOSS.key(), losses / weight / each.length);
    return out;
  }

  @Override
  public List<Map<String, Double>> byClass() {
    return Arrays.stream(each).map(Confusion::label).toList();
  }
}
