package tenfold.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a new user types, in processes of its own: the launcher, the jar, the embedded Spark, the
 * examples.
 */
class LauncherIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path dir;

  /** What a process printed and how it ended. */
  private record Ended(int code, String out, String err) {}

  @ParameterizedTest
  @CsvSource({"housing-degree, 1", "concrete, 8", "ames, 308", "housing-10, 1"})
  void everyExampleRuns(String example, int features) throws Exception {
    Ended sweep = tenfold("sweep", "conf/" + example + ".conf", "--run", dir + "/run");

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
    Ended sweep = tenfold("sweep", "conf/cats.conf", "--run", dir + "/run");

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
        tenfold(
            "--master", "local[1]", "sweep", "no-such.conf", "--conf", "spark.ui.enabled=false");

    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("no-such.conf").hasLineCount(1);
  }

  @Test
  void versionComesFromTheJar() throws Exception {
    assertThat(tenfold("--version").out()).matches("tenfold \\d+\\.\\d+\\.\\d+.*\\R");
  }

  @Test
  void aTrainingWhoseProcessIsKilledGoesOnToTheSameModel() throws Exception {
    Process killed = start(training("killed"));
    try {
      Instant end = Instant.now().plus(Duration.ofMinutes(2));
      while (names("killed/checkpoints").stream().noneMatch(n -> n.matches("epoch-\\d+\\.bin"))) {
        assertThat(killed.isAlive() && Instant.now().isBefore(end))
            .as(Files.readString(dir.resolve("err.txt")))
            .isTrue();
        Thread.sleep(20);
      }
    } finally {
      killed.destroyForcibly();
    }

    assertThat(killed.waitFor()).as("ended by signal 9").isEqualTo(128 + 9);
    assertThat(names("killed")).contains("checkpoints").doesNotContain("model", "_SUCCESS");
    Ended resumed = tenfold(training("killed"));
    Ended whole = tenfold(training("whole"));

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("going on after epoch ");
    assertThat(whole.err()).doesNotContain("going on");
    assertThat(names("killed")).contains("_SUCCESS").doesNotContain("checkpoints");
    assertThat(dir.resolve("killed/model/network.bin"))
        .hasSameBinaryContentAs(dir.resolve("whole/model/network.bin"));
  }

  private String[] training(String run) {
    String conf = "conf/digits-averaging.conf";
    return new String[] {"train", conf, "-D", "models.network.epochs=20", "--run", dir + "/" + run};
  }

  private List<String> names(String directory) throws IOException {
    if (!Files.isDirectory(dir.resolve(directory))) {
      return List.of();
    }
    try (var all = Files.list(dir.resolve(directory))) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }

  private Ended tenfold(String... args) throws IOException, InterruptedException {
    Process process = start(args);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Ended(
        process.exitValue(),
        Files.readString(dir.resolve("out.txt"), StandardCharsets.UTF_8),
        Files.readString(dir.resolve("err.txt"), StandardCharsets.UTF_8));
  }

  private Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(ROOT + "/submit-scripts/tenfold"));
    command.addAll(Arrays.asList(args));
    return withoutSpark(new ProcessBuilder(command))
        .directory(ROOT.toFile())
        .redirectOutput(dir.resolve("out.txt").toFile())
        .redirectError(dir.resolve("err.txt").toFile())
        .start();
  }

  /** As on a machine where no Spark is installed: else the launcher would take that one. */
  static ProcessBuilder withoutSpark(ProcessBuilder process) {
    process.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    return process;
  }
}
