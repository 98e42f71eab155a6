package tenfold.core.learn.ridge;

import java.util.Arrays;
import tenfold.core.kernel.Blas;
import tenfold.core.kernel.Eigen;
import tenfold.core.learn.terms.Expander;

/**
 * What becomes of rows when they leave the training part, alone or together, without fitting again.
 *
 * <p>With {@code H = 11'/m + Z (Z'Z + lambda I)^-1 Z'} and residuals r, rows G that leave together
 * are then missed by {@code c = (I - H_GG)^-1 r_G}, and the others' sum of squared residuals
 * becomes {@code |r|^2 + 2 c'(Hr)_G + c'(H^2)_GG c - |c|^2}: exactly what a fit without them gives,
 * as centring and scaling are held. A row of weight w is w copies that leave together: everything
 * is multiplied by the root of the weight.
 *
 * <p>Cost: {@code n p^2} for the turn of n rows to the p directions, {@code 4 n p} for each lambda.
 */
final class Leaving {

  /** Share of J_train that a row may cost by leaving: 6 digits are kept. */
  private static final double SHARE = 1e-6;

  /** Up to so many terms, units whose squares lose their digits can all be fitted directly. */
  private static final int CHEAP = 200;

  private final Directions directions;
  private final Basis basis;
  private final int n;
  private final int padded;
  private final double[] linear;
  private final double[] quadratic;

  /** Where the outcome for rows {@code first} to {@code first + count - 1} of a chunk goes. */
  interface Sink {

    /**
     * They are missed by {@code c[first] ...}, times the root of each row's weight.
     *
     * @param squares the others' sum of squared residuals
     * @param all weight of the training part, with them
     */
    void left(int candidate, int first, int count, double[] c, double squares, double all);

    /** Too few digits of that are safe: the others must be fitted directly. */
    void refused(int candidate, int first, int count);
  }

  /** Prepares for chunk after chunk. */
  Leaving(Directions directions) {
    this.directions = directions;
    basis = directions.basis();
    n = basis.size();
    padded = Residuals.padded(2 * directions.size());
    linear = new double[n * padded];
    quadratic = new double[n * padded];
    for (int l = 0; l < directions.size(); l++) {
      double lambda = directions.lambda(l);
      double[] along = basis.along(lambda);
      for (int i = 0; i < n; i++) {
        double inverse = basis.inverse(i, lambda);
        linear[2 * l * n + i] = along[i];
        linear[(2 * l + 1) * n + i] = lambda * along[i] * inverse;
        quadratic[2 * l * n + i] = Math.max(0, basis.e(i)) * inverse * inverse;
        quadratic[(2 * l + 1) * n + i] = inverse * inverse;
      }
    }
  }

  /**
   * Lets every unit of the chunk leave.
   *
   * @param bounds unit i is rows {@code bounds[i]} to {@code bounds[i + 1] - 1}
   */
  void leave(Expander chunk, int[] bounds, Sink sink) {
    double[] u = turned(chunk);
    double[] first = product(u, chunk.rows(), linear);
    double[] squared = u.clone();
    for (int i = 0; i < squared.length; i++) {
      squared[i] *= squared[i];
    }
    double[] second = product(squared, chunk.rows(), quadratic);
    double[] c = new double[chunk.rows()];
    for (int l = 0; l < directions.size(); l++) {
      for (int unit = 0; unit + 1 < bounds.length; unit++) {
        int from = bounds[unit];
        int count = bounds[unit + 1] - from;
        double rest =
            count == 1
                ? alone(chunk, from, first, second, l, c)
                : together(chunk, u, from, count, first, l, c);
        double again =
            count == 1
                ? c[from] * c[from] * second[2 * l * chunk.rows() + from]
                : again(u, chunk.rows(), from, count, c, l);
        double change = change(chunk, from, count, c, first, l) + again;
        double squares = directions.squares(l) + change;
        double missed = 0;
        double pull = 0;
        for (int i = from; i < from + count; i++) {
          missed += c[i] * c[i];
          pull += second[(2 * l + 1) * chunk.rows() + i];
        }
        if (knows(l, rest, pull, missed) && keepsSquares(squares, change, missed)) {
          double all = basis.columns().weight();
          sink.left(directions.candidate(l), from, count, c, Math.max(0, squares), all);
        } else {
          sink.refused(directions.candidate(l), from, count);
        }
      }
    }
  }

  /** Whether what rows are missed by is right, given its square and that of their pull. */
  private boolean knows(int l, double rest, double pull, double missed) {
    double usual = Math.max(0, directions.squares(l)) / basis.columns().weight();
    return directions.rounding(l).safe(Math.sqrt(pull), rest, Math.sqrt(missed), Math.sqrt(usual));
  }

  /** Whether the others' squares are: those of all rows are to 8 digits, the change to rounding. */
  private boolean keepsSquares(double squares, double change, double missed) {
    double wrong = Fit.DIGITS * Math.abs(change) + 10 * Fit.EPS * missed;
    return n > CHEAP || wrong <= SHARE * squares;
  }

  /**
   * Writes {@code c} of one row and returns what is left of 1 without its leverage, which is {@code
   * (H^2)_ii} and lambda times the square of its pull.
   */
  private double alone(Expander chunk, int i, double[] first, double[] second, int l, double[] c) {
    int even = 2 * l * chunk.rows() + i;
    int odd = even + chunk.rows();
    double one = chunk.x()[i] * chunk.x()[i] / basis.columns().weight();
    double rest = 1 - one - second[even] - directions.lambda(l) * second[odd];
    c[i] = (y(chunk, i) - first[even]) / rest;
    return rest;
  }

  /** The same for several rows: the least eigenvalue of {@code I - H_GG}. */
  private double together(
      Expander chunk, double[] u, int from, int count, double[] first, int l, double[] c) {
    int rows = chunk.rows();
    double[] r = new double[count];
    for (int i = 0; i < count; i++) {
      r[i] = y(chunk, from + i) - first[2 * l * rows + from + i];
    }
    double[] k = hatRoot(chunk, u, from, count, directions.lambda(l));
    double rest = count <= n + 1 ? small(k, count, r) : large(k, count, r);
    System.arraycopy(r, 0, c, from, count);
    return rest;
  }

  /** Returns the change of the sum of squared residuals, but for what {@link #again} adds. */
  private double change(Expander chunk, int from, int count, double[] c, double[] first, int l) {
    double sum = 0;
    double ones = 0;
    for (int i = from; i < from + count; i++) {
      sum += c[i] * (2 * first[(2 * l + 1) * chunk.rows() + i] - c[i]);
      ones += c[i] * chunk.x()[i];
    }
    return sum + ones * ones / basis.columns().weight();
  }

  /** Returns {@code c'(H^2)_GG c} without the mean's share. */
  private double again(double[] u, int rows, int from, int count, double[] c, int l) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      double along = 0;
      for (int i = from; i < from + count; i++) {
        along += u[j * rows + i] * c[i];
      }
      sum += along * along * quadratic[2 * l * n + j];
    }
    return sum;
  }

  /** Returns K with {@code H_GG = K K'}: {@code count} by {@code n + 1}. */
  private double[] hatRoot(Expander chunk, double[] u, int from, int count, double lambda) {
    double[] k = new double[count * (n + 1)];
    for (int i = 0; i < count; i++) {
      k[n * count + i] = chunk.x()[from + i] / Math.sqrt(basis.columns().weight());
    }
    for (int j = 0; j < n; j++) {
      double root = Math.sqrt(basis.inverse(j, lambda));
      for (int i = 0; i < count; i++) {
        k[j * count + i] = root * u[j * chunk.rows() + from + i];
      }
    }
    return k;
  }

  /**
   * Replaces r by {@code (I - K K')^-1 r}, by the matrix of the rows; returns the least eigenvalue.
   */
  private double small(double[] k, int rows, double[] r) {
    double[] transposed = new double[k.length];
    for (int j = 0; j <= n; j++) {
      for (int i = 0; i < rows; i++) {
        transposed[i * (n + 1) + j] = k[j * rows + i];
      }
    }
    return solve(transposed, n + 1, rows, r);
  }

  /** The same by the matrix of the directions: {@code r + K (I - K'K)^-1 K'r}. */
  private double large(double[] k, int rows, double[] r) {
    double[] middle = new double[n + 1];
    for (int j = 0; j <= n; j++) {
      for (int i = 0; i < rows; i++) {
        middle[j] += k[j * rows + i] * r[i];
      }
    }
    double least = solve(k, rows, n + 1, middle);
    for (int j = 0; j <= n; j++) {
      for (int i = 0; i < rows; i++) {
        r[i] += k[j * rows + i] * middle[j];
      }
    }
    return least;
  }

  /** {@code right = (I - x'x)^-1 right} for {@code x} of {@code size} columns. */
  private static double solve(double[] x, int height, int size, double[] right) {
    double[] v = new double[size * size];
    Blas.addGram(x, height, height, size, v);
    for (int i = 0; i < v.length; i++) {
      v[i] = -v[i];
    }
    for (int i = 0; i < size; i++) {
      v[i * size + i] += 1;
    }
    double[] e = Eigen.decompose(v, size);
    double[] along = Blas.applyTransposed(v, right);
    Arrays.setAll(along, i -> along[i] / e[i]);
    System.arraycopy(Blas.apply(v, along), 0, right, 0, size);
    return e[0];
  }

  /** The chunk's target, centred. */
  private double y(Expander chunk, int i) {
    double root = chunk.x()[i];
    return chunk.x()[Leading.Y * chunk.ld() + i] - root * basis.columns().yMean();
  }

  /** The chunk's rows in the basis' directions: {@code rows} by {@code n}. */
  private double[] turned(Expander chunk) {
    int rows = chunk.rows();
    Columns columns = basis.columns();
    double[] z = new double[rows * n];
    for (int a = 0; a < n; a++) {
      int j = columns.active()[a];
      int from = (Leading.FIRST + j) * chunk.ld();
      double mean = columns.mean(j);
      double scale = columns.scale(j);
      for (int i = 0; i < rows; i++) {
        z[a * rows + i] = (chunk.x()[from + i] - chunk.x()[i] * mean) / scale;
      }
    }
    double[] u = new double[rows * n];
    if (n > 0) {
      Blas.multiply(rows, n, n, z, 0, rows, basis.v(), u, rows);
    }
    return u;
  }

  private double[] product(double[] u, int rows, double[] by) {
    double[] out = new double[rows * padded];
    if (n > 0) {
      Blas.multiply(rows, n, padded, u, 0, rows, by, out, rows);
    }
    return out;
  }
}
