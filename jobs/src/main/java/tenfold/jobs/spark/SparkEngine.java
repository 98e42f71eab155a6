package tenfold.jobs.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;
import tenfold.core.data.Block;
import tenfold.core.data.Cases;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Attempts;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Pieces;
import tenfold.core.sweep.Unit;
import tenfold.core.sweep.journal.Journaled;

/**
 * Runs over blocks held by a cluster. Blocks never move; what moves is one statistic for each
 * partition.
 *
 * <p>Up to {@value #DRIVER_MERGES} partitions the driver merges; above, executors first merge the
 * runs of neighbours that {@link Engine#merge} names, in their order, so the driver holds about the
 * root of the number of partitions. Both add the same numbers in the same order.
 *
 * <p>The table of {@link #units} is given to them once and stays with the executors until another
 * comes or the engine is closed.
 */
public final class SparkEngine implements Engine, AutoCloseable {

  private static final int DRIVER_MERGES = 32;

  private final JavaRDD<Block> blocks;
  private final Attempts attempts;
  private int passes;
  private Cases held;
  private Everywhere<? extends Cases> shared;

  /** An engine over {@code blocks}. */
  public SparkEngine(JavaRDD<Block> blocks) {
    this.blocks = blocks;
    attempts = UnitLimits.of(blocks.context().getConf());
  }

  /**
   * Returns the engine on Spark that works for another: for families that Spark's own learners fit.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static SparkEngine under(Engine engine) {
    Engine its = engine instanceof Journaled journaled ? journaled.engine() : engine;
    if (its instanceof SparkEngine spark) {
      return spark;
    }
    throw new IllegalArgumentException(
        "Spark's learners need a SparkEngine, but the engine is a %s"
            .formatted(its.getClass().getSimpleName()));
  }

  /** Returns an engine over the same data laid out anew, which goes on counting passes. */
  public SparkEngine over(JavaRDD<Block> moved) {
    SparkEngine engine = new SparkEngine(moved);
    engine.passes = passes;
    return engine;
  }

  /** The data. */
  public JavaRDD<Block> blocks() {
    return blocks;
  }

  @Override
  public <S extends Serializable> S aggregate(Aggregation<S> work) {
    passes++;
    String description = "%s · pass %d".formatted(work.label(), passes);
    return Jobs.of(blocks.context(), work.label(), description, () -> statistic(work));
  }

  private <S extends Serializable> S statistic(Aggregation<S> work) {
    int partitions = blocks.getNumPartitions();
    if (partitions <= DRIVER_MERGES) {
      return Engine.merge(work, blocks.mapPartitions(part -> one(work, part)).collect());
    }
    int run = Engine.run(partitions);
    List<S> runs =
        blocks
            .mapPartitionsWithIndex((i, part) -> numbered(work, i, part), true)
            .mapToPair(s -> new Tuple2<>(s._1() / run, s))
            .groupByKey(new HashPartitioner((partitions + run - 1) / run))
            .map(group -> new Tuple2<>(group._1(), merged(work, group._2())))
            .collect()
            .stream()
            .sorted(Comparator.comparing((Tuple2<Integer, S> t) -> t._1()))
            .map(Tuple2::_2)
            .toList();
    S all = work.zero();
    for (S one : runs) {
      all = work.merge(all, one);
    }
    return all;
  }

  @Override
  public <C extends Cases, S extends Serializable, R extends Serializable> List<Unit<R>> units(
      C table, Pieces<C, S, R> work) {
    int now = blocks.context().defaultParallelism();
    return units(table, work, Slots.most(blocks.context()).orElse(Math.max(now, work.groups())));
  }

  /** The same, packed for {@code slots} slots. */
  <C extends Cases, S extends Serializable, R extends Serializable> List<Unit<R>> units(
      C table, Pieces<C, S, R> work, int slots) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(blocks.context());
    return UnitsJob.run(context, shared(context, table), work, slots, attempts);
  }

  /** Sends the table to the executors, unless they have it. */
  @SuppressWarnings("unchecked") // what is shared is of the type of what is held
  private <C extends Cases> Everywhere<C> shared(JavaSparkContext context, C table) {
    if (held != table) {
      close();
      shared = Everywhere.of(context, table);
      held = table;
    }
    return (Everywhere<C>) shared;
  }

  /** Takes back what executors hold for {@link #units}; the blocks stay with their reader. */
  @Override
  public void close() {
    if (shared != null) {
      shared.close();
      shared = null;
      held = null;
    }
  }

  @Override
  public int slots() {
    return Math.max(1, Runtime.getRuntime().availableProcessors());
  }

  @Override
  public int passes() {
    return passes;
  }

  private static <S extends Serializable> Iterator<S> one(
      Aggregation<S> work, Iterator<Block> part) {
    S statistic = work.zero();
    part.forEachRemaining(block -> work.add(statistic, block));
    return List.of(statistic).iterator();
  }

  private static <S extends Serializable> Iterator<Tuple2<Integer, S>> numbered(
      Aggregation<S> work, int index, Iterator<Block> part) {
    return List.of(new Tuple2<>(index, one(work, part).next())).iterator();
  }

  /** Merges one run of partitions from left to right, in whatever order they came. */
  private static <S extends Serializable> S merged(
      Aggregation<S> work, Iterable<Tuple2<Integer, S>> arrived) {
    List<Tuple2<Integer, S>> run = new ArrayList<>();
    arrived.forEach(run::add);
    run.sort(Comparator.comparing(t -> t._1()));
    S all = run.get(0)._2();
    for (Tuple2<Integer, S> next : run.subList(1, run.size())) {
      all = work.merge(all, next._2());
    }
    return all;
  }
}
