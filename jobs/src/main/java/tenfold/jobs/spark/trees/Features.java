package tenfold.jobs.spark.trees;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import tenfold.core.data.Inputs;
import tenfold.core.data.Inputs.Input;
import tenfold.core.data.Kind;
import tenfold.core.data.RawTable;
import tenfold.core.sweep.Problem;

/**
 * Inputs as Spark's learners take them: a vector for each row, a number as it is, and a 0/1 feature
 * for each level of a name.
 */
final class Features implements Serializable {

  private static final long serialVersionUID = 1;

  /** What stands for a number that is missing. */
  enum Gaps {
    /** The training part's mean: MLlib's trees do not route missing numbers. */
    MEAN,
    /** NaN, beside numbers of single precision: XGBoost routes them. */
    NAN
  }

  private final Inputs inputs;
  private final Gaps gaps;

  /** First feature of each column; then the number of features. */
  private final int[] first;

  /** Mean of each column of numbers; NaN for names. */
  private final double[] mean;

  Features(Problem problem, Gaps gaps) {
    this.gaps = gaps;
    inputs = Inputs.of(problem.schema(), problem.encoder());
    int columns = inputs.columns().size();
    first = new int[columns + 1];
    mean = new double[columns];
    int number = 0;
    for (int c = 0; c < columns; c++) {
      Input input = inputs.columns().get(c);
      boolean isNumber = input.kind() == Kind.NUMBER;
      first[c + 1] = first[c] + (isNumber ? 1 : input.width());
      mean[c] = isNumber ? problem.encoder().numbers().get(number++).mean() : Double.NaN;
    }
  }

  /** The columns. */
  Inputs inputs() {
    return inputs;
  }

  /** Number of features. */
  int count() {
    return first[first.length - 1];
  }

  /** The column that a feature comes from. */
  int column(int feature) {
    // A name without levels has its column's first feature in common with the next one.
    int after = 0;
    while (first[after + 1] <= feature) {
      after++;
    }
    return after;
  }

  /** Which level of its column a 0/1 feature stands for. */
  int level(int feature) {
    return feature - first[column(feature)];
  }

  /** Whether the column holds names. */
  boolean name(int column) {
    return inputs.columns().get(column).kind() == Kind.NAME;
  }

  /** What stands for a missing number of the column. */
  double mean(int column) {
    return mean[column];
  }

  /** Returns row {@code i} of the columns as {@link Inputs#of} gives them. */
  Vector vector(double[][] columns, int i) {
    int[] index = new int[columns.length];
    double[] value = new double[columns.length];
    int n = 0;
    for (int c = 0; c < columns.length; c++) {
      double x = columns[c][i];
      if (!name(c)) {
        index[n] = first[c];
        value[n++] = number(c, x);
      } else if (x >= 0) {
        index[n] = first[c] + (int) x;
        value[n++] = 1;
      }
    }
    return n == count()
        ? Vectors.dense(value)
        : Vectors.sparse(count(), Arrays.copyOf(index, n), Arrays.copyOf(value, n));
  }

  private double number(int column, double x) {
    return switch (gaps) {
      case MEAN -> Double.isNaN(x) ? mean[column] : x;
      case NAN -> RawTable.single(x);
    };
  }
}
