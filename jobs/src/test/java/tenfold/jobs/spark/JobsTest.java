package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenfold.jobs.Local;

class JobsTest {

  private static final SparkContext SPARK = Local.spark().sparkContext();

  private static final List<String> PROPERTIES =
      List.of(
          "spark.jobGroup.id",
          "spark.job.description",
          "spark.job.interruptOnCancel",
          "spark.scheduler.pool",
          "tenfold.work");

  private static List<String> now() {
    return PROPERTIES.stream().map(SPARK::getLocalProperty).toList();
  }

  @AfterEach
  void forget() {
    PROPERTIES.forEach(key -> SPARK.setLocalProperty(key, null));
  }

  @Test
  void jobsOfARunHaveItsNameAndWhatTheyDo() {
    List<String> found =
        Jobs.ofRun(
            SPARK,
            "nightly",
            () -> Jobs.of(SPARK, "ridge: moments", "ridge: moments · pass 2", JobsTest::now));

    assertThat(found)
        .containsExactly(
            "nightly · ridge: moments",
            "ridge: moments · pass 2",
            "false",
            "nightly",
            "ridge: moments");
    assertThat(now()).containsOnlyNulls();
  }

  @Test
  void whatStoodThereStandsThereAgainAlsoAfterAnError() {
    SPARK.setLocalProperty("spark.job.description", "mine");

    assertThatThrownBy(
            () ->
                Jobs.ofRun(
                    SPARK,
                    "nightly",
                    () ->
                        Jobs.of(
                            SPARK,
                            "reading",
                            () -> {
                              throw new IllegalStateException("no");
                            })))
        .hasMessage("no");
    assertThat(now()).isEqualTo(Arrays.asList(null, "mine", null, null, null));
  }

  @Test
  void innerJobsHaveNamesOfTheirOwn() {
    Jobs.of(
        SPARK,
        "reading",
        () -> {
          assertThat(Jobs.of(SPARK, "asking executors", () -> now().get(1)))
              .isEqualTo("asking executors");
          assertThat(now().get(1)).isEqualTo("reading");
          return null;
        });
  }

  @Test
  void aGroupAndAPoolOfTheCallersStay() {
    SPARK.setJobGroup("cell 7", "of a notebook", true);
    SPARK.setLocalProperty("spark.scheduler.pool", "people");

    assertThat(Jobs.ofRun(SPARK, "nightly", () -> Jobs.of(SPARK, "reading", JobsTest::now)))
        .containsExactly("cell 7", "reading", "true", "people", "reading");
  }
}
