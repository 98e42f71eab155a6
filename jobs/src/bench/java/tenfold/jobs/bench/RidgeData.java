package tenfold.jobs.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Split;
import tenfold.core.seed.Seed;

/** Rows for the ridge benchmark: eight even columns in (-1, 1), a target with squares, products and noise. */
final class RidgeData {

  static final int COLUMNS = 8;

  private static final int BLOCK_ROWS = 4096;

  private RidgeData() {}

  static Schema schema() {
    List<Feature> features =
        IntStream.range(0, COLUMNS).mapToObj(j -> new Feature("x" + j, Kind.NUMBER)).toList();
    return new Schema(features, "y", Task.REGRESSION, List.of());
  }

  /** Returns the rows: eight columns and the target last. */
  static double[][] rows(int n) {
    SplittableRandom random = new SplittableRandom(11);
    double[][] rows = new double[n][COLUMNS + 1];
    for (double[] x : rows) {
      for (int j = 0; j < COLUMNS; j++) {
        x[j] = random.nextDouble(-1, 1);
      }
      x[COLUMNS] =
          Math.sin(4 * x[0])
              + x[0] * x[0]
              + 0.7 * x[1] * x[2]
              - 0.5 * x[3] * x[3] * x[3]
              + 0.4 * x[4] * x[5] * x[6]
              + 0.3 * x[7]
              + 0.5 * random.nextGaussian();
    }
    return rows;
  }

  /** Returns the rows in blocks, in as many partitions as asked. */
  static List<List<Block>> partitions(double[][] rows, int partitions) {
    List<List<Block>> out = new ArrayList<>();
    for (int p = 0; p < partitions; p++) {
      int from = (int) ((long) rows.length * p / partitions);
      int to = (int) ((long) rows.length * (p + 1) / partitions);
      List<Block> blocks = new ArrayList<>();
      for (int at = from; at < to; at += BLOCK_ROWS) {
        BlockBuilder builder = new BlockBuilder(schema(), Set.of());
        builder.at(p, at - from);
        for (int i = at; i < Math.min(to, at + BLOCK_ROWS); i++) {
          for (int j = 0; j < COLUMNS; j++) {
            builder.number(j, rows[i][j]);
          }
          builder.target(rows[i][COLUMNS]);
          builder.endRow();
        }
        blocks.add(builder.build());
      }
      out.add(blocks);
    }
    return out;
  }

  /** Ten folds, no test part. */
  static Split split() {
    return new Split(
        new Split.Test.Share(0),
        new Split.Scheme.KFold(10),
        new Seed(1),
        1,
        Optional.empty(),
        List.of(),
        Split.Duplicates.TOGETHER,
        Optional.empty(),
        Optional.empty());
  }
}
