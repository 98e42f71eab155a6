package tenfold.jobs.bench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Dealer;
import tenfold.core.fold.Folds;
import tenfold.core.fold.Split;
import tenfold.core.learn.ridge.RidgeGrid;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.CensusPass;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.SurveyPass;
import tenfold.core.sweep.ThreadEngine;

/**
 * The work that is measured: a ten-fold sweep of degree 1 to 3 of 8 columns and 12 lambdas over
 * seeded rows in memory.
 *
 * @param partitions the rows, in blocks as the reader makes them
 * @param problem the sweep: folds dealt, columns profiled
 */
record Workload(List<List<Block>> partitions, Problem problem) {

  static final int FOLDS = 10;
  static final int COLUMNS = 8;

  /** The grid; its last degree and {@link #LAMBDA} are the largest candidate. */
  static final RidgeGrid GRID =
      new RidgeGrid(
          List.of(1, 2, 3),
          List.of(0.0, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24),
          true);

  static final int DEGREE = 3;
  static final double LAMBDA = 0.16;

  private static final Schema SCHEMA =
      new Schema(
          IntStream.range(0, COLUMNS).mapToObj(j -> new Feature("x" + j, Kind.NUMBER)).toList(),
          "y",
          Task.REGRESSION,
          List.of());
  private static final int BLOCK_ROWS = 4096;
  private static final int PARTITIONS_A_THREAD = 4;

  /** Makes {@code rows} rows, cut for {@code threads} threads. */
  static Workload of(int rows, int threads) {
    int partitions = threads * PARTITIONS_A_THREAD;
    SplittableRandom random = new SplittableRandom(11);
    List<List<Block>> data = new ArrayList<>();
    for (int p = 0; p < partitions; p++) {
      int from = (int) ((long) rows * p / partitions);
      int to = (int) ((long) rows * (p + 1) / partitions);
      List<Block> blocks = new ArrayList<>();
      for (int at = from; at < to; at += BLOCK_ROWS) {
        blocks.add(block(random, p, at - from, Math.min(BLOCK_ROWS, to - at)));
      }
      data.add(blocks);
    }
    ThreadEngine engine = new ThreadEngine(data, threads);
    Folds folds = Dealer.deal(split(), Task.REGRESSION, engine.aggregate(new CensusPass()));
    return new Workload(
        data,
        Problem.of(SCHEMA, folds, engine.aggregate(new SurveyPass(SCHEMA, folds)), new Seed(1)));
  }

  /** All blocks, in order. */
  List<Block> blocks() {
    return partitions.stream().flatMap(List::stream).toList();
  }

  private static Split split() {
    return new Split(
        new Split.Test.Share(0),
        new Split.Scheme.KFold(FOLDS),
        new Seed(1),
        1,
        Optional.empty(),
        List.of(),
        Split.Duplicates.TOGETHER,
        Optional.empty(),
        Optional.empty());
  }

  private static Block block(SplittableRandom random, int partition, int before, int rows) {
    BlockBuilder builder = new BlockBuilder(SCHEMA, EnumSet.noneOf(BlockBuilder.Extra.class));
    builder.at(partition, before);
    double[] x = new double[COLUMNS];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        x[j] = random.nextDouble(-1, 1);
        builder.number(j, x[j]);
      }
      builder.target(y(x) + 0.5 * random.nextGaussian());
      builder.endRow();
    }
    return builder.build();
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
