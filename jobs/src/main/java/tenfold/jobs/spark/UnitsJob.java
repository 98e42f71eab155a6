package tenfold.jobs.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;
import tenfold.core.data.Cases;
import tenfold.core.sweep.Attempts;
import tenfold.core.sweep.Packing;
import tenfold.core.sweep.Pieces;
import tenfold.core.sweep.Unit;
import tenfold.core.sweep.Worked;

/**
 * Independent work on a table that executors hold: one Spark job of one task for each packed task.
 *
 * <p>Groups that are whole in a task are finished there. Where packing cut any, the parts of each
 * cut group meet in a reducer of its own, which adds them as they come and holds two statistics at
 * a time; of whole groups only what is kept of them goes along. The driver gets results alone.
 */
final class UnitsJob {

  private UnitsJob() {}

  /** Returns what each group came to, in the order of the groups. */
  static <C extends Cases, S extends Serializable, R extends Serializable> List<Unit<R>> run(
      JavaSparkContext spark,
      Everywhere<C> table,
      Pieces<C, S, R> work,
      int slots,
      Attempts attempts) {
    List<Packing.Task> tasks = Packing.of(work, slots);
    if (tasks.isEmpty()) {
      return List.of();
    }
    String job = UUID.randomUUID().toString();
    double[] cost = tasks.stream().mapToDouble(task -> Packing.cost(work, task)).toArray();
    spark.sc().listenerBus().post(new TaskCosts(job, cost));
    return Jobs.with(
        spark.sc(),
        Map.of(Jobs.COSTS, job),
        () ->
            Jobs.of(
                spark.sc(),
                work.label(),
                description(work, tasks),
                Jobs.Cancelled.INTERRUPTED,
                () -> run(spark, table, work, tasks, attempts)));
  }

  /** What the job is called: by its pieces where all are of one group, else by their number. */
  private static String description(Pieces<?, ?, ?> work, List<Packing.Task> tasks) {
    int[] groups =
        tasks.stream()
            .flatMap(task -> task.runs().stream())
            .mapToInt(Packing.Run::group)
            .distinct()
            .toArray();
    return groups.length == 1
        ? work.name(new Packing.Run(groups[0], 0, work.pieces(groups[0])))
        : "%s · %d units".formatted(work.label(), groups.length);
  }

  private static <C extends Cases, S extends Serializable, R extends Serializable>
      List<Unit<R>> run(
          JavaSparkContext spark,
          Everywhere<C> table,
          Pieces<C, S, R> work,
          List<Packing.Task> tasks,
          Attempts attempts) {
    JavaRDD<Worked<S, R>> worked =
        spark
            .parallelize(tasks, tasks.size())
            .flatMap(
                task ->
                    task.runs().stream()
                        .map(run -> of(work, table.value(), run, attempts))
                        .iterator());
    int[] cut = cut(work, tasks);
    JavaRDD<Worked.Whole<S, R>> whole =
        cut.length == 0
            ? worked.map(one -> (Worked.Whole<S, R>) one)
            : joined(work, table, worked, cut, attempts);
    return whole.collect().stream()
        .sorted(Comparator.comparingInt(Worked::group))
        .map(Worked.Whole::unit)
        .toList();
  }

  /** Works a run; meanwhile the thread has its name, for logs and dumps of executors. */
  private static <C extends Cases, S extends Serializable, R extends Serializable> Worked<S, R> of(
      Pieces<C, S, R> work, C cases, Packing.Run run, Attempts attempts) {
    Thread thread = Thread.currentThread();
    String name = thread.getName();
    thread.setName("%s · %s".formatted(name, work.name(run)));
    try {
      return Gpu.withOwn(() -> Worked.of(work, cases, run, attempts));
    } finally {
      thread.setName(name);
    }
  }

  /** The groups of which no run is the whole, ascending. */
  private static int[] cut(Pieces<?, ?, ?> work, List<Packing.Task> tasks) {
    return tasks.stream()
        .flatMap(task -> task.runs().stream())
        .filter(run -> run.to() - run.from() < work.pieces(run.group()))
        .mapToInt(Packing.Run::group)
        .distinct()
        .sorted()
        .toArray();
  }

  private static <C extends Cases, S extends Serializable, R extends Serializable>
      JavaRDD<Worked.Whole<S, R>> joined(
          Pieces<C, S, R> work,
          Everywhere<C> table,
          JavaRDD<Worked<S, R>> worked,
          int[] cut,
          Attempts attempts) {
    return worked
        .mapToPair(one -> new Tuple2<>(one.group(), one))
        .partitionBy(new ByGroup(cut))
        .values()
        .mapPartitions(some -> Worked.joined(work, table.value(), some, attempts).iterator());
  }

  /** A partition for each cut group; whole groups go anywhere. */
  private static final class ByGroup extends Partitioner {

    private static final long serialVersionUID = 1;

    private final int[] cut;

    ByGroup(int[] cut) {
      this.cut = cut;
    }

    @Override
    public int numPartitions() {
      return cut.length;
    }

    @Override
    public int getPartition(Object key) {
      return Math.floorMod(Arrays.binarySearch(cut, (Integer) key), cut.length);
    }
  }
}
