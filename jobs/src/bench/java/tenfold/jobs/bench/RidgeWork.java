package tenfold.jobs.bench;

import java.util.List;
import java.util.SplittableRandom;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Task;
import tenfold.core.learn.ridge.RidgeGrid;

/** A sweep of degree 1 to 3 of 8 columns and 12 lambdas. */
final class RidgeWork {

  static final int COLUMNS = 8;

  /** The grid; its last degree and {@link #LAMBDA} are the largest candidate. */
  static final RidgeGrid GRID =
      new RidgeGrid(
          List.of(1, 2, 3),
          List.of(0.0, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24),
          true);

  static final int DEGREE = 3;
  static final double LAMBDA = 0.16;

  private RidgeWork() {}

  /** Makes {@code rows} rows, cut for {@code threads} threads. */
  static Workload of(int rows, int threads) {
    return Workload.of(Workload.schema(COLUMNS, Task.REGRESSION), RidgeWork::fill, rows, threads);
  }

  private static void fill(SplittableRandom random, BlockBuilder row) {
    double[] x = new double[COLUMNS];
    for (int j = 0; j < COLUMNS; j++) {
      x[j] = random.nextDouble(-1, 1);
      row.number(j, x[j]);
    }
    row.target(y(x) + 0.5 * random.nextGaussian());
  }

  private static double y(double[] x) {
    return Math.sin(4 * x[0])
        + x[0] * x[0]
        + 0.7 * x[1] * x[2]
        - 0.5 * x[3] * x[3] * x[3]
        + 0.4 * x[4] * x[5] * x[6]
        + 0.3 * x[7];
  }
}
