package tenfold.core.learn.ridge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import tenfold.core.data.Block;
import tenfold.core.data.Encoded;

/**
 * The oracle: one fit at a time, from the rows, in decimal numbers of 60 digits, by the normal
 * equations and Gaussian elimination. Obvious, slow, and shares nothing with what it checks but the
 * encoder's numbers.
 */
final class Separate {

  private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);

  private final Rows rows;
  private final BigDecimal[][] z;

  /** All rows' terms of a degree, for {@link #fit}. */
  Separate(Rows rows, int degree, boolean interactions) {
    this.rows = rows;
    Block block = rows.block();
    Encoded encoded = rows.encoder().encode(block);
    int[][] powers = powers(encoded.numbers(), degree, interactions);
    int indicators = rows.encoder().indicators();
    z = new BigDecimal[rows.size()][indicators + powers.length];
    for (int i = 0; i < z.length; i++) {
      for (int h = 0; h < indicators; h++) {
        z[i][h] = encoded.names() > 0 && encoded.hot()[i] == h ? BigDecimal.ONE : BigDecimal.ZERO;
      }
      for (int t = 0; t < powers.length; t++) {
        BigDecimal product = BigDecimal.ONE;
        for (int j = 0; j < encoded.numbers(); j++) {
          BigDecimal one = new BigDecimal(encoded.z()[i * encoded.numbers() + j]);
          product = product.multiply(one.pow(powers[t][j]), DIGITS);
        }
        z[i][indicators + t] = product;
      }
    }
  }

  /** The scores of one fit. */
  record Scores(double jTrain, double jCv, double absolute) {}

  /**
   * Fits on the rows that {@code train} admits, scaled by the rows that {@code scale} admits, and
   * scores it on the rows that {@code test} admits.
   */
  Scores fit(boolean[] train, boolean[] scale, boolean[] test, double lambda) {
    int p = z[0].length;
    BigDecimal[] centre = new BigDecimal[p];
    BigDecimal[] deviation = new BigDecimal[p];
    for (int j = 0; j < p; j++) {
      centre[j] = mean(scale, j);
      BigDecimal squares = BigDecimal.ZERO;
      for (int i = 0; i < z.length; i++) {
        if (scale[i]) {
          BigDecimal d = z[i][j].subtract(centre[j]);
          squares = squares.add(d.multiply(d).multiply(weight(i)), DIGITS);
        }
      }
      deviation[j] = squares.divide(weight(scale), DIGITS).sqrt(DIGITS);
    }
    int[] varying =
        java.util.stream.IntStream.range(0, p)
            .filter(j -> deviation[j].doubleValue() > 1e-6)
            .toArray();
    int n = varying.length + 1;
    BigDecimal[][] a = new BigDecimal[n][n + 1];
    for (BigDecimal[] row : a) {
      Arrays.fill(row, BigDecimal.ZERO);
    }
    BigDecimal[][] scaled = new BigDecimal[z.length][n];
    for (int i = 0; i < z.length; i++) {
      scaled[i][0] = BigDecimal.ONE;
      for (int j = 1; j < n; j++) {
        int c = varying[j - 1];
        scaled[i][j] = z[i][c].subtract(centre[c]).divide(deviation[c], DIGITS);
      }
      for (int r = 0; train[i] && r < n; r++) {
        BigDecimal by = scaled[i][r].multiply(weight(i));
        for (int s = 0; s < n; s++) {
          a[r][s] = a[r][s].add(by.multiply(scaled[i][s]), DIGITS);
        }
        a[r][n] = a[r][n].add(by.multiply(new BigDecimal(rows.y[i])), DIGITS);
      }
    }
    for (int r = 1; r < n; r++) {
      a[r][r] = a[r][r].add(new BigDecimal(lambda));
    }
    BigDecimal[] w = solve(a);
    return new Scores(j(train, scaled, w), j(test, scaled, w), absolute(test, scaled, w));
  }

  private BigDecimal weight(int i) {
    return new BigDecimal(rows.weight[i]);
  }

  private BigDecimal weight(boolean[] use) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < use.length; i++) {
      sum = use[i] ? sum.add(weight(i)) : sum;
    }
    return sum;
  }

  private BigDecimal mean(boolean[] use, int j) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < use.length; i++) {
      sum = use[i] ? sum.add(weight(i).multiply(z[i][j]), DIGITS) : sum;
    }
    return sum.divide(weight(use), DIGITS);
  }

  private BigDecimal residual(BigDecimal[] row, BigDecimal[] w, int i) {
    BigDecimal r = new BigDecimal(rows.y[i]);
    for (int j = 0; j < w.length; j++) {
      r = r.subtract(row[j].multiply(w[j]), DIGITS);
    }
    return r;
  }

  private double j(boolean[] use, BigDecimal[][] scaled, BigDecimal[] w) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < use.length; i++) {
      if (use[i]) {
        BigDecimal r = residual(scaled[i], w, i);
        sum = sum.add(r.multiply(r).multiply(weight(i)), DIGITS);
      }
    }
    return sum.divide(weight(use), DIGITS).doubleValue() / 2;
  }

  private double absolute(boolean[] use, BigDecimal[][] scaled, BigDecimal[] w) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < use.length; i++) {
      sum = use[i] ? sum.add(residual(scaled[i], w, i).abs().multiply(weight(i))) : sum;
    }
    return sum.divide(weight(use), DIGITS).doubleValue();
  }

  /** Gauss with pivots; a pivot of nothing gives the unknown 0: one of many equal fits. */
  private static BigDecimal[] solve(BigDecimal[][] a) {
    int n = a.length;
    BigDecimal largest = BigDecimal.ZERO;
    for (int i = 0; i < n; i++) {
      largest = largest.max(a[i][i].abs());
    }
    BigDecimal nothing = largest.scaleByPowerOfTen(-35);
    boolean[] used = new boolean[n];
    int[] pivotOf = new int[n];
    for (int c = 0; c < n; c++) {
      int best = -1;
      for (int r = 0; r < n; r++) {
        if (!used[r] && (best < 0 || a[r][c].abs().compareTo(a[best][c].abs()) > 0)) {
          best = r;
        }
      }
      pivotOf[c] = -1;
      if (best >= 0 && a[best][c].abs().compareTo(nothing) > 0) {
        used[best] = true;
        pivotOf[c] = best;
        for (int r = 0; r < n; r++) {
          if (r != best && a[r][c].signum() != 0) {
            BigDecimal factor = a[r][c].divide(a[best][c], DIGITS);
            for (int s = c; s <= n; s++) {
              a[r][s] = a[r][s].subtract(factor.multiply(a[best][s]), DIGITS);
            }
          }
        }
      }
    }
    BigDecimal[] w = new BigDecimal[n];
    for (int c = 0; c < n; c++) {
      w[c] = pivotOf[c] < 0 ? BigDecimal.ZERO : a[pivotOf[c]][n].divide(a[pivotOf[c]][c], DIGITS);
    }
    return w;
  }

  private static int[][] powers(int columns, int degree, boolean interactions) {
    return java.util.stream.IntStream.range(1, (int) Math.pow(degree + 1, columns))
        .mapToObj(
            code -> {
              int[] power = new int[columns];
              for (int j = 0, left = code; j < columns; j++, left /= degree + 1) {
                power[j] = left % (degree + 1);
              }
              return power;
            })
        .filter(power -> Arrays.stream(power).sum() <= degree)
        .filter(power -> interactions || Arrays.stream(power).filter(k -> k > 0).count() == 1)
        .toArray(int[][]::new);
  }
}
