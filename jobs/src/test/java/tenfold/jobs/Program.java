package tenfold.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script of submit-scripts in a process of its own, which a test starts or waits for. */
final class Program {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Program() {}

  /** What a process printed and how it ended. */
  record Ended(int code, String out, String err) {}

  /** Runs a script to its end; {@code dir} takes what it prints. */
  static Ended run(Path dir, String script, String... args)
      throws IOException, InterruptedException {
    Process process = start(dir, script, args);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Ended(
        process.exitValue(),
        Files.readString(dir.resolve("out.txt")),
        Files.readString(dir.resolve("err.txt")));
  }

  /** Starts a script; it prints into out.txt and err.txt of {@code dir}. */
  static Process start(Path dir, String script, String... args) throws IOException {
    return start(dir, Map.of(), script, args);
  }

  /** Starts a script with more in its environment. */
  static Process start(Path dir, Map<String, String> environment, String script, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(ROOT + "/submit-scripts/" + script));
    command.addAll(Arrays.asList(args));
    ProcessBuilder process =
        withoutSpark(new ProcessBuilder(command))
            .directory(ROOT.toFile())
            .redirectOutput(dir.resolve("out.txt").toFile())
            .redirectError(dir.resolve("err.txt").toFile());
    process.environment().putAll(environment);
    return process.start();
  }

  /** As on a machine where no Spark is installed: else the launcher would take that one. */
  static ProcessBuilder withoutSpark(ProcessBuilder process) {
    process.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    return process;
  }
}
