package tenfold.core.learn.logistic;

import tenfold.core.data.Block;
import tenfold.core.kernel.Blas;

/** Products with all columns spread. */
final class Dense implements Product {

  private final Lines lines;
  private final double[] weights;
  private final int p;
  private final int columns;

  Dense(Wave wave, Block block) {
    lines = wave.layout().lines(block);
    weights = wave.weights();
    p = wave.layout().columns();
    columns = weights.length / p;
  }

  @Override
  public Lines lines() {
    return lines;
  }

  @Override
  public void logits(double[] z) {
    int ld = lines.ld();
    Blas.multiply(lines.rows(), p, columns, lines.x(), 0, ld, weights, z, ld);
  }

  @Override
  public void addGradient(double[] r, int from, int to, double[] gradient) {
    Blas.addCross(lines.x(), r, from, to - from, lines.ld(), p, columns, gradient, 0, p);
  }
}
