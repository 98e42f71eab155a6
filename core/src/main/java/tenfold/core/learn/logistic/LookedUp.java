package tenfold.core.learn.logistic;

import java.util.Arrays;
import tenfold.core.data.Block;
import tenfold.core.kernel.Blas;

/**
 * Products in which the 0/1 columns of names are not spread: a name of a row has one weight to add,
 * whatever its number of levels. Cost: for each row and model two additions for each name, beside
 * the products with the other columns.
 */
final class LookedUp implements Product {

  private final Lines lines;
  private final double[] weights;
  private final int p;
  private final int indicators;
  private final int columns;
  private final int others; // columns but those of names
  private final double[] otherWeights;

  LookedUp(Wave wave, Block block) {
    lines = wave.layout().monomials(block);
    weights = wave.weights();
    p = wave.layout().columns();
    indicators = wave.layout().terms().indicators();
    columns = weights.length / p;
    others = p - indicators;
    otherWeights = new double[columns * others];
    for (int c = 0; c < columns; c++) {
      otherWeights[c * others] = weights[c * p];
      int from = c * p + 1 + indicators;
      System.arraycopy(weights, from, otherWeights, c * others + 1, others - 1);
    }
  }

  @Override
  public Lines lines() {
    return lines;
  }

  @Override
  public void logits(double[] z) {
    int ld = lines.ld();
    int rows = lines.rows();
    Blas.multiply(rows, others, columns, lines.x(), 0, ld, otherWeights, z, ld);
    for (int name = 0; name < lines.names(); name++) {
      int[] hot = hot(name);
      for (int c = 0; c < columns; c++) {
        for (int i = 0; i < rows; i++) {
          if (hot[i] >= 0) {
            z[c * ld + i] += weights[c * p + 1 + hot[i]];
          }
        }
      }
    }
  }

  @Override
  public void addGradient(double[] r, int from, int to, double[] gradient) {
    int ld = lines.ld();
    double[] other = new double[columns * others];
    Blas.addCross(lines.x(), r, from, to - from, ld, others, columns, other, 0, others);
    for (int c = 0; c < columns; c++) {
      gradient[c * p] += other[c * others];
      for (int j = 1; j < others; j++) {
        gradient[c * p + indicators + j] += other[c * others + j];
      }
    }
    for (int name = 0; name < lines.names(); name++) {
      int[] hot = hot(name);
      for (int c = 0; c < columns; c++) {
        for (int i = from; i < to; i++) {
          if (hot[i] >= 0) {
            gradient[c * p + 1 + hot[i]] += r[c * ld + i];
          }
        }
      }
    }
  }

  private int[] hot(int name) {
    int[] out = new int[lines.rows()];
    Arrays.setAll(out, i -> lines.hot(i, name));
    return out;
  }
}
