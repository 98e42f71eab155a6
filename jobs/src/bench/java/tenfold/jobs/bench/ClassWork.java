package tenfold.jobs.bench;

import java.util.SplittableRandom;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Task;

/**
 * Rows of two classes: normal columns, and a class by a line, a product, a step and a bend of them
 * and logistic noise, so that no tree is ever done.
 */
final class ClassWork {

  static final int COLUMNS = 30;

  private static final double NOISE = 0.8;

  private final double[] line;

  private ClassWork(int columns) {
    SplittableRandom random = new SplittableRandom(22);
    line = random.doubles(columns).map(u -> random.nextGaussian() / Math.sqrt(columns)).toArray();
  }

  /** Makes {@code rows} rows, cut for {@code threads} threads. */
  static Workload of(int rows, int columns, int threads) {
    return Workload.of(
        Workload.schema(columns, Task.CLASSIFICATION), new ClassWork(columns)::fill, rows, threads);
  }

  private void fill(SplittableRandom random, BlockBuilder row) {
    double[] x = new double[line.length];
    double sum = -0.4;
    for (int j = 0; j < x.length; j++) {
      x[j] = random.nextGaussian();
      row.number(j, x[j]);
      sum += x[j] * line[j];
    }
    sum += 0.8 * x[0] * x[1] + (x[2] > 0.3 ? 1.0 : -0.7) * x[3] + 0.5 * Math.abs(x[4]);
    double u = random.nextDouble();
    row.target(sum + NOISE * Math.log(u / (1 - u)) > 0 ? "1" : "0");
  }
}
