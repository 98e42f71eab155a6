package tenfold.core.sweep;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;
import tenfold.core.data.Block;
import tenfold.core.data.Classes;

/**
 * How much more one model costs than another on the rows that neither of them has seen: the
 * standard error of a mean over rows of the difference of J.
 *
 * @param classes of the problem; empty for a regression
 * @param one predicts like the first model
 * @param other predicts like the second
 */
record PairedRows(List<String> classes, OutOfFold one, OutOfFold other)
    implements Aggregation<PairedRows.Sums> {

  /** Sums over rows of weights w and differences d. */
  static final class Sums implements Serializable {
    private static final long serialVersionUID = 1;

    private long rows;
    private double w;
    private double wd;
    private double ww;
    private double wwd;
    private double wwdd;

    private void add(double weight, double d) {
      rows++;
      w += weight;
      wd += weight * d;
      ww += weight * weight;
      wwd += weight * weight * d;
      wwdd += weight * weight * d * d;
    }

    private void merge(Sums from) {
      rows += from.rows;
      w += from.w;
      wd += from.wd;
      ww += from.ww;
      wwd += from.wwd;
      wwdd += from.wwdd;
    }

    /** The standard error of the mean of d; empty for fewer than two rows. */
    OptionalDouble error() {
      if (rows < 2) {
        return OptionalDouble.empty();
      }
      double mean = wd / w;
      double squares = Math.max(0, wwdd - 2 * mean * wwd + mean * mean * ww);
      return OptionalDouble.of(Math.sqrt(squares * rows / (rows - 1)) / w);
    }
  }

  @Override
  public String label() {
    return "comparing families";
  }

  @Override
  public Sums zero() {
    return new Sums();
  }

  @Override
  public void add(Sums into, Block block) {
    double[] ours = one.predict(block);
    double[] theirs = other.predict(block);
    int[] truth = classes.isEmpty() ? null : Classes.of(block, classes);
    int outputs = Math.max(1, classes.size());
    for (int i = 0; i < block.rows(); i++) {
      if (!Double.isNaN(ours[i * outputs])) {
        double d =
            truth == null
                ? half(ours[i], block.target()[i]) - half(theirs[i], block.target()[i])
                : miss(ours, i, truth[i]) - miss(theirs, i, truth[i]);
        into.add(block.weight(i), d);
      }
    }
  }

  private static double half(double predicted, double target) {
    return (predicted - target) * (predicted - target) / 2;
  }

  private int miss(double[] predicted, int row, int truth) {
    return Classes.likeliest(predicted, row, classes.size()) == truth ? 0 : 1;
  }

  @Override
  public Sums merge(Sums into, Sums from) {
    into.merge(from);
    return into;
  }
}
