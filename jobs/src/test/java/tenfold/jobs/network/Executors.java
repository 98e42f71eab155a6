package tenfold.jobs.network;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * The two executors of a cluster, by the identifiers of their processes. As a listener of the
 * cluster it knows who works, and ends one.
 */
final class Executors extends SparkListener {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, Long> processes;
  private String last;
  private String killed;
  private int left; // tasks until one is fatal; 0: none is

  private Executors(Map<String, Long> processes) {
    this.processes = processes;
  }

  /** Waits until there are two, and asks them who they are. */
  static Executors await(SparkSession spark) {
    Instant end = Instant.now().plus(PATIENCE);
    Map<String, Long> found;
    do {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("no two executors within %s".formatted(PATIENCE));
      }
      found =
          JavaSparkContext.fromSparkContext(spark.sparkContext())
              .parallelize(List.of(0, 1), 2)
              .mapToPair(
                  i -> {
                    Thread.sleep(100); // else one might do both
                    return new Tuple2<>(SparkEnv.get().executorId(), ProcessHandle.current().pid());
                  })
              .collectAsMap();
    } while (found.size() < 2);
    return new Executors(Map.copyOf(found));
  }

  Set<String> ids() {
    return processes.keySet();
  }

  /** Which one was killed, or null. */
  synchronized String killed() {
    return killed;
  }

  /** Ends the process of the executor that was given the last task. */
  synchronized void killLast() {
    kill(last);
  }

  /** Ends the process of the executor that is given the task which is the n-th from now. */
  synchronized void killAtTask(int n) {
    left = n;
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart start) {
    last = start.taskInfo().executorId();
    if (left > 0 && --left == 0) {
      kill(last);
    }
  }

  private void kill(String id) {
    ProcessHandle process = ProcessHandle.of(processes.get(id)).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
    killed = id;
  }
}
