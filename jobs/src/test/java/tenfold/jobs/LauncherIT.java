package tenfold.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.jobs.Program.Ended;

/**
 * What a new user types, in processes of its own: the launcher, the jar, the embedded Spark, the
 * examples.
 */
class LauncherIT {

  @TempDir private Path dir;
  private Programs programs;

  @BeforeEach
  void programs() {
    programs = new Programs(dir);
  }

  @ParameterizedTest
  @CsvSource({"housing-degree, 1", "concrete, 8", "ames, 308", "housing-10, 1"})
  void everyExampleRuns(String example, int features) throws Exception {
    Ended sweep = programs.tenfold("sweep", "conf/" + example + ".conf", "--run", dir + "/run");

    assertThat(sweep.code()).as(sweep.err()).isZero();
    assertThat(sweep.out()).contains("J_train", "J_cv", "J_test", "opened once");
    assertThat(sweep.err()).doesNotContain("WARN", "Exception").doesNotContain("Warning");
    JsonNode report = new ObjectMapper().readTree(Files.readString(dir.resolve("run/report.json")));
    assertThat(report.at("/features").asInt()).isEqualTo(features);
    assertThat(report.at("/best/j_test").isNumber()).isTrue();
    assertThat(dir.resolve("run/_SUCCESS")).exists();
  }

  /** Its other figures are in {@link ExamplesTest}. */
  @Test
  void aSmallTreeIsPrinted() throws Exception {
    Ended sweep = programs.tenfold("sweep", "conf/cats.conf", "--run", dir + "/run");

    assertThat(sweep.code()).as(sweep.err()).isZero();
    assertThat(sweep.out())
        .contains("10 rows to train on, no test part")
        .contains("ear_shape is Floppy               10 rows, gain 0.2781\n")
        .contains("├─ yes: whiskers is Absent        5 rows, gain 0.7219\n")
        .contains("   └─ no: 1 (4 of 4)\n");
    assertThat(dir.resolve("run/_SUCCESS")).exists();
  }

  @Test
  void optionsOfSparkStandAnywhereAndExitCodesArePassedOn() throws Exception {
    Ended missing =
        programs.tenfold(
            "--master", "local[1]", "sweep", "no-such.conf", "--conf", "spark.ui.enabled=false");

    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("no-such.conf").hasLineCount(1);
  }

  @Test
  void versionComesFromTheJar() throws Exception {
    assertThat(programs.tenfold("--version").out()).matches("tenfold \\d+\\.\\d+\\.\\d+.*\\R");
  }

  /** Java 17 crashes where its flight recorder meets classes of an archive. */
  @Test
  void theDriverCanBeRecorded() throws Exception {
    Path recording = dir.resolve("driver.jfr");
    Ended recorded =
        programs.tenfold(
            "--version", "--driver-java-options", "-XX:StartFlightRecording=filename=" + recording);

    assertThat(recorded.code()).as(recorded.err()).isZero();
    assertThat(recording).isNotEmptyFile();
  }

  @Test
  void aCandidateThatHangsIsListedAndStopsNoOther() throws Exception {
    Ended sweep =
        programs.tenfold(
            "sweep",
            "conf/coffee.conf",
            "--run",
            dir + "/run",
            "--conf",
            "spark.tenfold.unit.limit=4s",
            "-D",
            "split.folds=2",
            "-D",
            "models.tree.max-depth=3",
            "-D",
            "models.network.epochs=1000000",
            "-D",
            "models.network.lambda=0");

    assertThat(sweep.code()).as(sweep.err()).isEqualTo(4);
    JsonNode report = new ObjectMapper().readTree(Files.readString(dir.resolve("run/report.json")));
    assertThat(report.at("/best/model").asText()).isEqualTo("tree");
    assertThat(report.at("/candidates/1/status").asText()).isEqualTo("failed");
    assertThat(report.at("/candidates/1/reason").asText())
        .isEqualTo("fold 0: it took longer than the limit of 4 s");
    JsonNode status =
        new ObjectMapper().readTree(Files.readString(dir.resolve("run/_STATUS.json")));
    assertThat(status.at("/exit").asInt()).isEqualTo(4);
  }

  @Test
  void aTrainingWhoseProcessIsKilledGoesOnToTheSameModel() throws Exception {
    Process killed = programs.start(training("killed"));
    try {
      Instant end = Instant.now().plus(Duration.ofMinutes(2));
      while (programs.names("killed/checkpoints").stream()
          .noneMatch(n -> n.matches("epoch-\\d+\\.bin"))) {
        assertThat(killed.isAlive() && Instant.now().isBefore(end)).as(programs.err()).isTrue();
        Thread.sleep(20);
      }
    } finally {
      killed.destroyForcibly();
    }

    assertThat(killed.waitFor()).as("ended by signal 9").isEqualTo(128 + 9);
    assertThat(programs.names("killed"))
        .contains("checkpoints")
        .doesNotContain("model", "_SUCCESS");
    Ended resumed = programs.tenfold(training("killed"));
    Ended whole = programs.tenfold(training("whole"));

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("going on after epoch ");
    assertThat(whole.err()).doesNotContain("going on");
    assertThat(programs.names("killed")).contains("_SUCCESS").doesNotContain("checkpoints");
    assertThat(dir.resolve("killed/model/network.bin"))
        .hasSameBinaryContentAs(dir.resolve("whole/model/network.bin"));
  }

  private String[] training(String run) {
    String conf = "conf/digits-averaging.conf";
    return new String[] {"train", conf, "-D", "models.network.epochs=20", "--run", dir + "/" + run};
  }
}
