package tenfold.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The launcher, and the runs that it makes in a directory.
 *
 * @param dir of the runs, and of what the launcher prints
 */
record Programs(Path dir) {

  /** Runs a command to its end. */
  Program.Ended tenfold(String... args) throws IOException, InterruptedException {
    return Program.run(dir, "tenfold", args);
  }

  /** Starts a command. */
  Process start(String... args) throws IOException {
    return Program.start(dir, "tenfold", args);
  }

  /** What the last command has said so far. */
  String err() throws IOException {
    return Files.readString(dir.resolve("err.txt"));
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
}
