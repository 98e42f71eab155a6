package tenfold.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private Ended tenfold(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ROOT + "/submit-scripts/tenfold"));
    command.addAll(Arrays.asList(args));
    Path out = dir.resolve("out.txt");
    Path err = dir.resolve("err.txt");
    Process process =
        withoutSpark(new ProcessBuilder(command))
            .directory(ROOT.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Ended(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /** As on a machine where no Spark is installed: else the launcher would take that one. */
  static ProcessBuilder withoutSpark(ProcessBuilder process) {
    process.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    return process;
  }
}
