package tenfold.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conf/spark-secure.conf} with an executor in a process of its own. */
class SecureIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String SECRET = "a-word-that-stands-nowhere-else";

  @TempDir private Path dir;

  @Test
  void aSweepRunsWithTheSecretOfAFileAndWritesItNowhere() throws Exception {
    Path secret = Files.writeString(dir.resolve("secret"), SECRET + "\n");
    Path run = dir.resolve("runs/one");

    // Spark's log says what the processes of executors are started with, --verbose shows it
    int code =
        sweep(
            "--conf=spark.authenticate.secret.file=" + secret,
            "--verbose",
            "--run=" + run,
            "-D",
            "models.forest.trees=[4]");

    assertThat(code).as(log()).isZero();
    assertThat(log())
        .contains("authentication enabled")
        .contains("Launch command")
        .doesNotContain(SECRET);
    try (var files = Files.walk(dir.resolve("runs"))) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThan(8).allSatisfy(SecureIT::isSilent);
    }
  }

  @Test
  void withoutASecretItIsRefused() throws Exception {
    assertThat(sweep("--run=" + dir.resolve("run"))).isEqualTo(2);
    assertThat(log()).contains("there is no secret to share with local-cluster").hasLineCount(1);
    assertThat(dir.resolve("run")).doesNotExist();
  }

  @Test
  void aSecretOnTheCommandLineIsRefused() throws Exception {
    assertThat(sweep("--conf", "spark.authenticate.secret=" + SECRET)).isEqualTo(2);
    assertThat(log()).contains("would be seen by all who list processes").doesNotContain(SECRET);
  }

  private static void isSilent(Path file) throws IOException {
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .as(file.toString())
        .doesNotContain(SECRET);
  }

  private int sweep(String... options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ROOT + "/submit-scripts/tenfold",
                "--master=local-cluster[1,1,1024]",
                "--properties-file=" + ROOT + "/conf/spark-secure.conf",
                "--conf=spark.driver.host=127.0.0.1",
                "--conf=spark.driver.bindAddress=127.0.0.1",
                "sweep",
                "conf/digits-forest.conf"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
    Program.withoutSpark(builder).environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Process process =
        builder.redirectErrorStream(true).redirectOutput(dir.resolve("log.txt").toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private String log() throws IOException {
    return Files.readString(dir.resolve("log.txt"));
  }
}
