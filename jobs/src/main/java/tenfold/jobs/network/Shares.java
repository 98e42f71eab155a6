package tenfold.jobs.network;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import tenfold.core.data.Block;
import tenfold.core.data.Inputs;
import tenfold.core.data.RawTable;
import tenfold.core.fold.Folds;
import tenfold.core.learn.network.Course;
import tenfold.core.learn.network.Gauge;
import tenfold.core.learn.network.NetworkGrid;
import tenfold.core.learn.network.Share;
import tenfold.core.sweep.Problem;
import tenfold.jobs.network.RowKeys.Use;
import tenfold.jobs.spark.Jobs;
import tenfold.jobs.spark.UsageException;

/**
 * The rows as workers hold them: one partition for each worker, in memory or else on its disk. They
 * move once, from the blocks to their workers; scales are found there, in the workers' order, so
 * that all of it depends on the rows and the number of workers alone. Close it.
 */
final class Shares implements AutoCloseable {

  private final Course course;
  private final Broadcast<Rows.Maker> maker;
  private final Broadcast<Course> shared;
  private final JavaRDD<Share> rdd;

  private Shares(
      Course course, Broadcast<Rows.Maker> maker, Broadcast<Course> shared, JavaRDD<Share> rdd) {
    this.course = course;
    this.maker = maker;
    this.shared = shared;
    this.rdd = rdd;
  }

  /** A worker's rows before scales are known. */
  private record Raw(RawTable train, RawTable held) implements Serializable {}

  /** Rows for a worker. */
  private record Parcel(Use use, Rows rows) implements Serializable {}

  /** The fold that is held out: the first, or in time the last. */
  static int fold(Folds folds) {
    if (folds.leaveOneOut() || folds.outOfBag()) {
      throw new UsageException(
          "split.folds is %s, but tenfold train holds out one fold; use a number of folds, or folds = 1 with cv"
              .formatted(folds.outOfBag() ? "out-of-bag" : "leave-one-out"));
    }
    return folds.ordered() ? folds.folds() - 1 : 0;
  }

  /**
   * Lays the rows out.
   *
   * @throws UsageException if a worker would have no rows
   */
  static Shares of(JavaRDD<Block> blocks, Problem problem, NetworkGrid grid, int workers) {
    return Jobs.of(
        blocks.context(),
        "averaging: laying out rows",
        () -> laidOut(blocks, problem, grid, workers));
  }

  private static Shares laidOut(
      JavaRDD<Block> blocks, Problem problem, NetworkGrid grid, int workers) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(blocks.context());
    RowKeys keys =
        new RowKeys(problem.folds(), fold(problem.folds()), problem.seed().child("workers"));
    List<long[][]> all = blocks.map(keys::training).collect();
    long rows = all.stream().mapToLong(k -> k[0].length).sum();
    if (workers > rows) {
      throw new UsageException(
          "models.network.averaging.workers is %d, but %d rows train, so that some would have none; use at most %d"
              .formatted(workers, rows, rows));
    }
    RowKeys.Key[] cuts = RowKeys.cuts(all, workers);
    Inputs inputs = Inputs.of(problem.schema(), problem.encoder());
    Broadcast<Rows.Maker> maker = // else each task of each round would bring it again
        context.broadcast(
            new Rows.Maker(keys, inputs, problem.classes(), problem.labels(), problem.shift()));
    JavaRDD<Raw> raw =
        blocks
            .flatMapToPair(block -> parcels(maker.value(), block, cuts))
            .partitionBy(new HashPartitioner(workers))
            .mapPartitions(parts -> Stream.of(raw(maker.value(), parts)).iterator(), true)
            .persist(StorageLevel.MEMORY_AND_DISK());
    Gauge gauge = Course.gauge(grid, problem);
    for (int pass = 0; pass < 2; pass++) {
      gauge.end(raw.map(r -> added(gauge, r.train())).collect());
    }
    Course course = Course.of(grid, problem, gauge);
    Broadcast<Course> shared = context.broadcast(course);
    JavaRDD<Share> rdd =
        raw.map(r -> shared.value().share(r.train(), r.held()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    rdd.foreach(share -> {});
    raw.unpersist(false);
    return new Shares(course, maker, shared, rdd);
  }

  private static Gauge added(Gauge copy, RawTable rows) {
    Gauge own = copy.fresh();
    own.add(rows);
    return own;
  }

  private static Iterator<Tuple2<Integer, Parcel>> parcels(
      Rows.Maker maker, Block block, RowKeys.Key[] cuts) {
    Use[] uses = maker.keys().uses(block);
    int[] worker = new int[uses.length];
    for (int i = 0; i < worker.length; i++) {
      worker[i] = worker(maker.keys().key(block, i), cuts);
    }
    List<Tuple2<Integer, Parcel>> out = new ArrayList<>();
    for (int w = 0; w <= cuts.length; w++) {
      for (Use use : List.of(Use.TRAINS, Use.HELD)) {
        int its = w;
        int[] which =
            IntStream.range(0, uses.length)
                .filter(i -> uses[i] == use && worker[i] == its)
                .toArray();
        if (which.length > 0) {
          out.add(new Tuple2<>(w, new Parcel(use, maker.of(block, which))));
        }
      }
    }
    return out.iterator();
  }

  private static int worker(RowKeys.Key key, RowKeys.Key[] cuts) {
    int w = 0;
    while (w < cuts.length && key.compareTo(cuts[w]) >= 0) {
      w++;
    }
    return w;
  }

  private static Raw raw(Rows.Maker maker, Iterator<Tuple2<Integer, Parcel>> parts) {
    List<Rows> train = new ArrayList<>();
    List<Rows> held = new ArrayList<>();
    parts.forEachRemaining(
        part -> (part._2().use() == Use.TRAINS ? train : held).add(part._2().rows()));
    return new Raw(maker.table(train), maker.table(held));
  }

  /** What workers know. */
  Course course() {
    return course;
  }

  /** The same, as executors have it. */
  Broadcast<Course> shared() {
    return shared;
  }

  /** The rows, a partition for each worker. */
  JavaRDD<Share> rdd() {
    return rdd;
  }

  int workers() {
    return rdd.getNumPartitions();
  }

  @Override
  public void close() {
    rdd.unpersist(false);
    shared.destroy();
    maker.destroy();
  }
}
