package tenfold.core.learn.logistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import tenfold.core.data.Block;
import tenfold.core.data.Classes;
import tenfold.core.data.Encoded;
import tenfold.core.data.Encoder;
import tenfold.core.fold.Folds;
import tenfold.core.learn.tree.Posed;
import tenfold.core.sweep.Problem;

/**
 * One model at a time, the slow way: rows are expanded and standardised one by one, and damped
 * Newton steps solve by elimination, softmax for two classes too.
 */
final class SlowLogistic {

  private final List<double[]> x = new ArrayList<>();
  private final List<Integer> y = new ArrayList<>();
  private final List<Double> weight = new ArrayList<>();
  private final List<Integer> part = new ArrayList<>();
  private final int classes;

  /**
   * The training rows of a problem as a repeat cuts them; squares and products too if the degree is
   * 2.
   */
  SlowLogistic(Posed posed, int repeat, int degree) {
    Problem problem = posed.problem();
    classes = problem.classes().size();
    for (Block block : posed.blocks()) {
      Encoder encoder = problem.encoder();
      Encoded encoded = encoder.encode(block);
      int[] its = posed.part(block, repeat);
      int[] truth = Classes.of(block, problem.classes());
      for (int i = 0; i < block.rows(); i++) {
        if (its[i] == Folds.TEST) {
          continue; // perhaps of a class that no training row has
        }
        x.add(row(encoder, encoded, i, degree));
        y.add(truth[i]);
        weight.add(block.weight(i));
        part.add(its[i]);
      }
    }
  }

  private static double[] row(Encoder encoder, Encoded encoded, int i, int degree) {
    List<Double> out = new ArrayList<>();
    for (int c = 0; c < encoder.indicators(); c++) {
      boolean hot = false;
      for (int j = 0; j < encoded.names(); j++) {
        hot |= encoded.hot()[i * encoded.names() + j] == c;
      }
      out.add(hot ? 1.0 : 0.0);
    }
    int n = encoded.numbers();
    for (int j = 0; j < n; j++) {
      out.add(encoded.z()[i * n + j]);
    }
    for (int j = 0; j < n && degree == 2; j++) {
      for (int k = j; k < n; k++) {
        out.add(encoded.z()[i * n + j] * encoded.z()[i * n + k]);
      }
    }
    return out.stream().mapToDouble(v -> v).toArray();
  }

  /**
   * Mean and deviation of each column over some rows; a deviation of 0 where there is next to none.
   */
  double[][] scales(IntPredicate parts) {
    int p = x.get(0).length;
    double[][] out = new double[2][p];
    double m = 0;
    for (int i = 0; i < x.size(); i++) {
      m += parts.test(part.get(i)) ? weight.get(i) : 0;
    }
    for (int j = 0; j < p; j++) {
      for (int i = 0; i < x.size(); i++) {
        out[0][j] += parts.test(part.get(i)) ? weight.get(i) * x.get(i)[j] / m : 0;
      }
      double variance = 0;
      for (int i = 0; i < x.size(); i++) {
        double d = x.get(i)[j] - out[0][j];
        variance += parts.test(part.get(i)) ? weight.get(i) * d * d / m : 0;
      }
      out[1][j] = variance < 1e-10 ? 0 : Math.sqrt(variance);
    }
    return out;
  }

  /** Fits on some rows and returns the mean log-loss on others. */
  double logLoss(
      IntPredicate train, IntPredicate held, double[][] scales, double lambda, boolean balanced) {
    double[] v = fit(train, scales, lambda, balanced);
    double loss = 0;
    double m = 0;
    for (int i = 0; i < x.size(); i++) {
      if (held.test(part.get(i))) {
        double p = probabilities(v, standard(i, scales), factors(train, false))[y.get(i)];
        loss -= weight.get(i) * Math.log(Math.min(1 - 1e-15, Math.max(1e-15, p)));
        m += weight.get(i);
      }
    }
    return loss / m;
  }

  private double[] standard(int i, double[][] scales) {
    double[] out = new double[x.get(i).length + 1];
    out[0] = 1;
    for (int j = 1; j < out.length; j++) {
      double s = scales[1][j - 1];
      out[j] = s == 0 ? 0 : (x.get(i)[j - 1] - scales[0][j - 1]) / s;
    }
    return out;
  }

  private double[] factors(IntPredicate train, boolean balanced) {
    double[] of = new double[classes];
    for (int i = 0; i < y.size(); i++) {
      of[y.get(i)] += train.test(part.get(i)) ? weight.get(i) : 0;
    }
    double all = Arrays.stream(of).sum();
    double present = Arrays.stream(of).filter(w -> w > 0).count();
    return Arrays.stream(of).map(w -> w == 0 ? 0 : balanced ? all / (present * w) : 1).toArray();
  }

  /** Softmax over the classes whose factor is not 0. */
  private double[] probabilities(double[] v, double[] row, double[] factor) {
    int p = row.length;
    double[] z = new double[classes];
    double largest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      for (int j = 0; j < p; j++) {
        z[c] += v[c * p + j] * row[j];
      }
      z[c] = factor[c] == 0 ? Double.NEGATIVE_INFINITY : z[c];
      largest = Math.max(largest, z[c]);
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      z[c] = Math.exp(z[c] - largest);
      sum += z[c];
    }
    for (int c = 0; c < classes; c++) {
      z[c] /= sum;
    }
    return z;
  }

  /**
   * Of two classes softmax weights are half of a sigmoid's each, and so cost half as much: lambda
   * is doubled.
   */
  private double[] fit(IntPredicate train, double[][] scales, double lambda, boolean balanced) {
    double own = classes == 2 ? 2 * lambda : lambda;
    double[] factor = factors(train, balanced);
    int p = x.get(0).length + 1;
    double[] v = new double[classes * p];
    for (int step = 0; step < 200; step++) {
      double[] g = new double[v.length];
      double[][] h = new double[v.length][v.length];
      double cost = cost(v, train, scales, own, factor, g, h);
      for (int a = 0; a < v.length; a++) {
        h[a][a] += 1e-9;
      }
      double[] d = solve(h, g);
      double size = Math.sqrt(Arrays.stream(g).map(e -> e * e).sum());
      if (size < 1e-11) {
        break;
      }
      for (double t = 1; t > 1e-12; t /= 2) {
        double[] next = v.clone();
        for (int a = 0; a < v.length; a++) {
          next[a] -= t * d[a];
        }
        if (cost(next, train, scales, own, factor, null, null) <= cost + 1e-15) {
          v = next;
          break;
        }
      }
    }
    return v;
  }

  private double cost(
      double[] v,
      IntPredicate train,
      double[][] scales,
      double lambda,
      double[] factor,
      double[] g,
      double[][] h) {
    int p = x.get(0).length + 1;
    double m = 0;
    for (int i = 0; i < y.size(); i++) {
      m += train.test(part.get(i)) ? weight.get(i) : 0;
    }
    double cost = 0;
    for (int i = 0; i < y.size(); i++) {
      if (!train.test(part.get(i))) {
        continue;
      }
      double[] row = standard(i, scales);
      double[] q = probabilities(v, row, factor);
      double w = weight.get(i) * factor[y.get(i)] / m;
      cost -= w * Math.log(q[y.get(i)]);
      for (int c = 0; c < classes && g != null; c++) {
        for (int j = 0; j < p; j++) {
          g[c * p + j] += w * (q[c] - (c == y.get(i) ? 1 : 0)) * row[j];
          for (int d = 0; d < classes; d++) {
            for (int k = 0; k < p; k++) {
              h[c * p + j][d * p + k] += w * q[c] * ((c == d ? 1 : 0) - q[d]) * row[j] * row[k];
            }
          }
        }
      }
    }
    for (int a = 0; a < v.length; a++) {
      if (a % p != 0) {
        cost += lambda / (2 * m) * v[a] * v[a];
        if (g != null) {
          g[a] += lambda / m * v[a];
          h[a][a] += lambda / m;
        }
      }
    }
    return cost;
  }

  private static double[] solve(double[][] h, double[] g) {
    int n = g.length;
    double[][] a = Arrays.stream(h).map(double[]::clone).toArray(double[][]::new);
    double[] b = g.clone();
    for (int k = 0; k < n; k++) {
      int best = k;
      for (int i = k; i < n; i++) {
        best = Math.abs(a[i][k]) > Math.abs(a[best][k]) ? i : best;
      }
      double[] row = a[k];
      a[k] = a[best];
      a[best] = row;
      double value = b[k];
      b[k] = b[best];
      b[best] = value;
      for (int i = k + 1; i < n; i++) {
        double f = a[i][k] / a[k][k];
        for (int j = k; j < n; j++) {
          a[i][j] -= f * a[k][j];
        }
        b[i] -= f * b[k];
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      for (int j = k + 1; j < n; j++) {
        b[k] -= a[k][j] * b[j];
      }
      b[k] /= a[k][k];
    }
    return b;
  }
}
