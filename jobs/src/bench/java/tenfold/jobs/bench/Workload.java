package tenfold.jobs.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Classes;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Dealer;
import tenfold.core.fold.Folds;
import tenfold.core.fold.Split;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.CensusPass;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.SurveyPass;
import tenfold.core.sweep.ThreadEngine;

/**
 * The work that is measured: a ten-fold sweep over seeded rows in memory.
 *
 * @param partitions the rows, in blocks as the reader makes them
 * @param problem the sweep: folds dealt, columns profiled
 */
record Workload(List<List<Block>> partitions, Problem problem) {

  static final int FOLDS = 10;

  private static final int BLOCK_ROWS = 4096;
  private static final int PARTITIONS_A_THREAD = 4;

  /** Makes rows. */
  interface Rows {

    /** Sets the cells of one row. */
    void fill(SplittableRandom random, BlockBuilder row);
  }

  /** Makes {@code rows} rows of {@code schema}, cut for {@code threads} threads. */
  static Workload of(Schema schema, Rows rule, int rows, int threads) {
    int partitions = threads * PARTITIONS_A_THREAD;
    SplittableRandom random = new SplittableRandom(11);
    List<List<Block>> data = new ArrayList<>();
    for (int p = 0; p < partitions; p++) {
      int from = (int) ((long) rows * p / partitions);
      int to = (int) ((long) rows * (p + 1) / partitions);
      List<Block> blocks = new ArrayList<>();
      for (int at = from; at < to; at += BLOCK_ROWS) {
        BlockBuilder builder = new BlockBuilder(schema, EnumSet.noneOf(BlockBuilder.Extra.class));
        builder.at(p, at - from);
        for (int i = at; i < Math.min(at + BLOCK_ROWS, to); i++) {
          rule.fill(random, builder);
          builder.endRow();
        }
        blocks.add(builder.build());
      }
      data.add(blocks);
    }
    ThreadEngine engine = new ThreadEngine(data, threads);
    Folds folds = Dealer.deal(split(), schema.task(), engine.aggregate(new CensusPass()));
    return new Workload(
        data,
        Problem.of(schema, folds, engine.aggregate(new SurveyPass(schema, folds)), new Seed(1)));
  }

  /** Columns of numbers, x0, x1 and so on, and the target y. */
  static Schema schema(int columns, Task task) {
    return new Schema(
        IntStream.range(0, columns).mapToObj(j -> new Feature("x" + j, Kind.NUMBER)).toList(),
        "y",
        task,
        List.of());
  }

  /** All blocks, in order. */
  List<Block> blocks() {
    return partitions.stream().flatMap(List::stream).toList();
  }

  /** Targets of a block; of a classification the class of each row, as the problem numbers them. */
  double[] target(Block block) {
    return block.labels() == null
        ? block.target()
        : Arrays.stream(Classes.of(block, problem.classes())).asDoubleStream().toArray();
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
}
