package tenfold.jobs.spark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.function.LongSupplier;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.sql.SparkSession;
import scala.collection.JavaConverters;
import tenfold.core.report.Digits;

/**
 * One line that says what a long job does, how far it is and, once there is something to go by, how
 * long it will take: the job, for what follows it nobody knows yet. Units are weighed by what they
 * are thought to cost, other tasks all alike. It overwrites itself, so it is for terminals only.
 */
public final class Progress extends SparkListener {

  private static final double PATIENCE = 0.4; // seconds

  private final PrintStream out;
  private final LongSupplier nanos;
  private final Map<String, double[]> costs = new HashMap<>();
  private final Map<Integer, Integer> firstOfStage = new HashMap<>();
  private int job = -1;
  private String label = "";
  private Outlook outlook = new Outlook(new double[0]);
  private double started;
  private int width;

  /** Writes on {@code out} by a clock. */
  Progress(PrintStream out, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
  }

  /** Shows the progress of all jobs of {@code spark} on {@code out}. */
  public static void show(SparkSession spark, PrintStream out) {
    spark.sparkContext().addSparkListener(new Progress(out, System::nanoTime));
  }

  @Override
  public synchronized void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof TaskCosts its) {
      costs.put(its.job(), its.cost());
    }
  }

  @Override
  public synchronized void onJobStart(SparkListenerJobStart event) {
    Properties properties = event.properties() == null ? new Properties() : event.properties();
    job = event.jobId();
    label = properties.getProperty(Jobs.DESCRIPTION, "working");
    double[] first = costs.remove(properties.getProperty(Jobs.COSTS, ""));
    List<StageInfo> stages = new ArrayList<>(JavaConverters.seqAsJavaList(event.stageInfos()));
    stages.sort(Comparator.comparingInt(StageInfo::stageId)); // what others wait for comes first
    int tasks = 0;
    firstOfStage.clear();
    for (StageInfo stage : stages) {
      firstOfStage.put(stage.stageId(), tasks);
      tasks += stage.numTasks();
    }
    // What follows units, where parts of some meet, takes next to nothing.
    double[] cost = new double[tasks];
    Arrays.fill(cost, first == null ? 1 : 0);
    if (first != null) {
      System.arraycopy(first, 0, cost, 0, first.length);
    }
    outlook = new Outlook(cost);
    started = now();
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart task) {
    Integer first = firstOfStage.get(task.stageId());
    if (first != null) {
      outlook.begins(task.taskInfo().taskId(), first + task.taskInfo().index(), now());
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
    if (!firstOfStage.containsKey(task.stageId())) {
      return;
    }
    if (!task.taskInfo().successful()) {
      outlook.fails(task.taskInfo().taskId());
      return;
    }
    double now = now();
    outlook.ends(task.taskInfo().taskId(), now);
    if (now - started > PATIENCE) {
      OptionalDouble left = outlook.left(now);
      write(
          "%s: %d of %d tasks%s"
              .formatted(
                  label,
                  outlook.ended(),
                  outlook.tasks(),
                  left.isPresent()
                      ? ", about %s left of it".formatted(Digits.seconds(left.getAsDouble()))
                      : ""));
    }
  }

  @Override
  public synchronized void onJobEnd(SparkListenerJobEnd event) {
    if (event.jobId() == job && width > 0) {
      write("");
      out.print('\r');
      out.flush();
      width = 0;
    }
  }

  private double now() {
    return nanos.getAsLong() / 1e9;
  }

  private void write(String text) {
    out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
    out.flush();
    width = text.length();
  }
}
