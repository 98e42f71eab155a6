package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.sweep.Accelerator;

/** What executors do with their GPUs is in {@code GpuIT}. */
class GpuTest {

  @TempDir private Path dir;

  @Test
  void outsideOfATaskThereIsNone() {
    assertThat(Gpu.withOwn(Accelerator::own)).isEmpty();
  }

  @Test
  void anAcceleratorBelongsToItsWorkOnly() {
    assertThat(Accelerator.with(3, Accelerator::own)).hasValue(3);
    assertThat(Accelerator.own()).isEmpty();
  }

  @Test
  void anAddressIsANumber() {
    assertThat(Gpu.number("2")).isEqualTo(2);
    assertThatThrownBy(() -> Gpu.number("MIG-1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Spark gave this task the GPU 'MIG-1', but a GPU is used by its number; let the discovery script announce numbers, as submit-scripts/gpus does");
  }

  @Test
  void theScriptAnnouncesWhatTheDriverSays() throws Exception {
    nvidiaSmi("#!/bin/sh\nprintf '0\\n1\\n'\n");

    assertThat(script()).isEqualTo("{\"name\": \"gpu\", \"addresses\": [\"0\",\"1\"]}\n0");
  }

  @Test
  void aDriverThatFailsAnnouncesNothing() throws Exception {
    nvidiaSmi("#!/bin/sh\nexit 9\n");

    assertThat(script()).endsWith("9").doesNotContain("addresses");
  }

  private void nvidiaSmi(String text) throws IOException {
    Path file = Files.writeString(dir.resolve("nvidia-smi"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** What the script printed, and its exit code. */
  private String script() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("../submit-scripts/gpus");
    builder.environment().compute("PATH", (key, path) -> dir + ":" + path);
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return out + process.waitFor();
  }
}
