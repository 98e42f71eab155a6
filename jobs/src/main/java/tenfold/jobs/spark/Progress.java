package tenfold.jobs.spark;

import java.io.PrintStream;
import java.time.Duration;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import scala.collection.JavaConverters;

/**
 * One line that says what a long job does, how far it is and, once there is something to go by, how
 * long it will take. It overwrites itself, so it is for terminals only.
 */
public final class Progress extends SparkListener {

  private static final Duration PATIENCE = Duration.ofMillis(400);

  private final PrintStream out;
  private String label = "";
  private int tasks;
  private int done;
  private long started;
  private int width;

  private Progress(PrintStream out) {
    this.out = out;
  }

  /** Shows the progress of all jobs of {@code spark} on {@code out}. */
  public static void show(SparkSession spark, PrintStream out) {
    spark.sparkContext().addSparkListener(new Progress(out));
  }

  @Override
  public synchronized void onJobStart(SparkListenerJobStart job) {
    String description =
        job.properties() == null ? null : job.properties().getProperty("spark.job.description");
    label = description == null ? "working" : description;
    tasks =
        JavaConverters.seqAsJavaList(job.stageInfos()).stream().mapToInt(s -> s.numTasks()).sum();
    done = 0;
    started = System.nanoTime();
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
    done++;
    Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
    if (elapsed.compareTo(PATIENCE) > 0 && done <= tasks) {
      double left = elapsed.toMillis() / 1000.0 / done * (tasks - done);
      write("%s: %d of %d tasks, about %.0f s left".formatted(label, done, tasks, Math.ceil(left)));
    }
  }

  @Override
  public synchronized void onJobEnd(SparkListenerJobEnd job) {
    if (width > 0) {
      write("");
      out.print('\r');
      out.flush();
      width = 0;
    }
  }

  private void write(String text) {
    out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
    out.flush();
    width = text.length();
  }
}
