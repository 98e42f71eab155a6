package tenfold.jobs.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import tenfold.jobs.Local;

/** A clock that goes on by ten seconds whenever it is looked at. */
class ProgressTest {

  private static final SparkContext SPARK = Local.spark().sparkContext();

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  private String shown(Map<String, String> properties, double... cost) throws TimeoutException {
    AtomicLong clock = new AtomicLong();
    Progress progress =
        new Progress(new PrintStream(shown, true, UTF_8), () -> clock.addAndGet(10_000_000_000L));
    SPARK.addSparkListener(progress);
    try {
      SPARK.listenerBus().post(new TaskCosts("these", cost));
      Jobs.with(
          SPARK,
          properties,
          () ->
              Jobs.of(
                  SPARK,
                  "forest: growing trees",
                  JavaSparkContext.fromSparkContext(SPARK).parallelize(List.of(1, 2), 2)::count));
      SPARK.listenerBus().waitUntilEmpty();
    } finally {
      SPARK.removeSparkListener(progress);
    }
    return shown.toString(UTF_8);
  }

  /** The job begins at 10 s, its tasks do at 20 s and 30 s, or one after the other. */
  @Test
  void aJobSaysHowFarItIsAndWhatIsLeft() throws TimeoutException {
    assertThat(shown(Map.of(Jobs.COSTS, "these"), 1, 1))
        .contains("\rforest: growing trees: 1 of 2 tasks, about ")
        .contains("\rforest: growing trees: 2 of 2 tasks, about 0.00 s left of it")
        .endsWith("\r");
  }

  @Test
  void tasksThatCostNothingAreNotJudgedBy() throws TimeoutException {
    assertThat(shown(Map.of(Jobs.COSTS, "these"), 0, 0))
        .contains("\rforest: growing trees: 1 of 2 tasks  ".strip())
        .doesNotContain("about");
  }

  @Test
  void otherJobsTasksCountAlike() throws TimeoutException {
    assertThat(shown(Map.of(), 0, 0)).contains("about ");
  }
}
