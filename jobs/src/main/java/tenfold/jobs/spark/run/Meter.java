package tenfold.jobs.spark.run;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import tenfold.core.report.Report.Tasks;
import tenfold.jobs.spark.Jobs;

/**
 * What tasks take, by the work of their job. Spark tells of a task a moment after its end, so the
 * last few may be missing.
 */
public final class Meter extends SparkListener {

  private static final String OTHER = "other";

  private final SparkContext context;
  private final Map<Integer, String> workOfStage = new HashMap<>();
  private final Map<String, Tasks> all = new HashMap<>();

  private Meter(SparkContext context) {
    this.context = context;
  }

  /** Returns a meter that measures from now until it is stopped. */
  public static Meter on(SparkSession spark) {
    Meter meter = new Meter(spark.sparkContext());
    meter.context.addSparkListener(meter);
    return meter;
  }

  /** Stops measuring. */
  public void stop() {
    context.removeSparkListener(this);
  }

  /** What was measured so far, the longest first. */
  public synchronized List<Tasks> tasks() {
    return all.values().stream()
        .sorted(Comparator.comparingDouble(Tasks::seconds).reversed().thenComparing(Tasks::work))
        .map(Meter::rounded)
        .toList();
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted stage) {
    String work = stage.properties().getProperty(Jobs.WORK, OTHER);
    workOfStage.put(stage.stageInfo().stageId(), work);
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
    TaskMetrics metrics = task.taskMetrics(); // null of a task whose executor is gone
    Tasks its =
        new Tasks(
            workOfStage.getOrDefault(task.stageId(), OTHER),
            1,
            metrics == null ? 0 : metrics.executorRunTime() / 1e3,
            metrics == null ? 0 : metrics.executorCpuTime() / 1e9,
            metrics == null ? 0 : bytes(metrics));
    all.merge(its.work(), its, Meter::sum);
  }

  private static long bytes(TaskMetrics metrics) {
    return metrics.inputMetrics().bytesRead()
        + metrics.shuffleReadMetrics().totalBytesRead()
        + metrics.shuffleWriteMetrics().bytesWritten()
        + metrics.resultSize();
  }

  /** To the millisecond. */
  private static Tasks rounded(Tasks its) {
    double seconds = Math.rint(its.seconds() * 1000) / 1000;
    double processor = Math.rint(its.processor() * 1000) / 1000;
    return new Tasks(its.work(), its.count(), seconds, processor, its.bytes());
  }

  private static Tasks sum(Tasks a, Tasks b) {
    return new Tasks(
        a.work(),
        a.count() + b.count(),
        a.seconds() + b.seconds(),
        a.processor() + b.processor(),
        a.bytes() + b.bytes());
  }
}
