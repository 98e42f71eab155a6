package tenfold.core.metric;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Scores of predicted numbers, weighted and mergeable. The spread of the targets is kept about a
 * running mean (Welford; merged as by Chan, Golub and LeVeque), and the mean as a distance from the
 * first target: targets far from zero, alike but for their last digits, still have all the digits
 * of their spread.
 */
public final class RegressionScore implements Score {

  private static final long serialVersionUID = 1;

  private long rows;
  private double weight;
  private double squared;
  private double absolute;
  private double origin;
  private double mean;
  private double spread;
  private double weights;
  private double weightedCosts;
  private double squaredCosts;

  /** Adds one row: its target, prediction and weight. */
  public void add(double y, double predicted, double w) {
    double r = predicted - y;
    if (rows == 0) {
      origin = y;
    }
    rows++;
    weight += w;
    squared += w * r * r;
    absolute += w * Math.abs(r);
    double cost = r * r / 2;
    weights += w * w;
    weightedCosts += w * w * cost;
    squaredCosts += w * w * cost * cost;
    double d = y - origin - mean;
    mean += d * (w / weight);
    spread += w * d * (y - origin - mean);
  }

  /** Adds the rows of {@code other}. */
  public void merge(RegressionScore other) {
    if (other.rows == 0) {
      return;
    }
    if (rows == 0) {
      origin = other.origin;
    }
    double total = weight + other.weight;
    double d = other.origin - origin + other.mean - mean;
    spread += other.spread + d * d * (weight * other.weight / total);
    mean += d * (other.weight / total);
    weight = total;
    rows += other.rows;
    squared += other.squared;
    absolute += other.absolute;
    weights += other.weights;
    weightedCosts += other.weightedCosts;
    squaredCosts += other.squaredCosts;
  }

  @Override
  public Score with(Score other) {
    RegressionScore both = new RegressionScore();
    both.merge(this);
    both.merge((RegressionScore) other);
    return both;
  }

  @Override
  public long rows() {
    return rows;
  }

  /** Half the mean squared error. */
  @Override
  public double j() {
    return squared / (2 * weight);
  }

  @Override
  public OptionalDouble standardError() {
    if (rows < 2) {
      return OptionalDouble.empty();
    }
    double j = j();
    double costs = Math.max(0, squaredCosts - 2 * j * weightedCosts + j * j * weights);
    return OptionalDouble.of(Math.sqrt(costs * rows / (rows - 1)) / weight);
  }

  /** rmse, mae and, unless all targets are equal, r2. */
  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> out = new TreeMap<>();
    out.put(Metric.RMSE.key(), Math.sqrt(squared / weight));
    out.put(Metric.MAE.key(), absolute / weight);
    if (spread > 0) {
      out.put(Metric.R2.key(), 1 - squared / spread);
    }
    return out;
  }
}
