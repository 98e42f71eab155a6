package tenfold.jobs.spark;

import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.storage.BlockManagerId;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.immutable.Seq;
import scala.reflect.ClassTag$;

/**
 * The machines of a cluster that have an executor now: a task for each, by preference of place. One
 * that gets its first executor later is not asked.
 */
record Executors(SparkContext spark) implements Machines {

  @Override
  public List<Fault> ask(Look look) {
    return Jobs.of(spark, "asking executors", () -> answers(look));
  }

  /**
   * Processors that each executor has for itself, on the whole: those that the first of them sees
   * are shared by as many as a machine has.
   */
  double processors() {
    int seen =
        Jobs.of(
            spark,
            "asking executors",
            () ->
                spark
                    .makeRDD(seq(List.of("any")), 1, ClassTag$.MODULE$.<String>apply(String.class))
                    .toJavaRDD()
                    .map(any -> Runtime.getRuntime().availableProcessors())
                    .first());
    double all = spark.statusTracker().getExecutorInfos().length - 1.0;
    return seen * now().size() / Math.max(1, all);
  }

  private List<Fault> answers(Look look) {
    List<Tuple2<String, scala.collection.Seq<String>>> tasks =
        machines().stream()
            .map(name -> new Tuple2<>(name, (scala.collection.Seq<String>) seq(List.of(name))))
            .toList();
    return spark
        .makeRDD(seq(tasks), ClassTag$.MODULE$.<String>apply(String.class))
        .toJavaRDD()
        .flatMap(asked -> look.fault().map(Executors::here).stream().iterator())
        .collect()
        .stream()
        .distinct()
        .toList();
  }

  private List<String> machines() {
    List<String> found = now();
    if (found.isEmpty()) { // a task waits until there is one
      spark.makeRDD(seq(List.of("any")), 1, ClassTag$.MODULE$.<String>apply(String.class)).count();
      found = now();
    }
    return found;
  }

  private List<String> now() {
    return JavaConverters.asJavaCollection(
            spark.env().blockManager().master().getMemoryStatus().keys().toSeq())
        .stream()
        .filter(manager -> !manager.isDriver())
        .map(BlockManagerId::host)
        .distinct()
        .sorted()
        .toList();
  }

  private static Fault here(String what) {
    return new Fault(SparkEnv.get().blockManager().blockManagerId().host(), what);
  }

  private static <T> Seq<T> seq(List<T> list) {
    return JavaConverters.asScalaBuffer(list).toList();
  }
}
