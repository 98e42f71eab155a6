package tenfold.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The launcher in processes of its own, as a user starts it.
 *
 * @param dir for what they print
 */
record Programs(Path dir) {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** What a process printed and how it ended. */
  record Ended(int code, String out, String err) {}

  /** Runs a command to its end. */
  Ended tenfold(String... args) throws IOException, InterruptedException {
    Process process = start(args);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), printed("out.txt"), err());
  }

  /** What the last command has said so far. */
  String err() throws IOException {
    return printed("err.txt");
  }

  private String printed(String file) throws IOException {
    return Files.readString(dir.resolve(file), StandardCharsets.UTF_8);
  }

  /** Starts a command. */
  Process start(String... args) throws IOException {
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

  /** Names of what is in a directory; none where it is not there. */
  List<String> names(String directory) throws IOException {
    if (!Files.isDirectory(dir.resolve(directory))) {
      return List.of();
    }
    try (var all = Files.list(dir.resolve(directory))) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }

  /** The report of a run without its times. */
  String report(String run) throws IOException {
    ObjectNode report =
        (ObjectNode) new ObjectMapper().readTree(dir.resolve(run + "/report.json").toFile());
    ((ObjectNode) report.get("cost")).remove(List.of("seconds", "tasks"));
    return report.toPrettyString();
  }
}
