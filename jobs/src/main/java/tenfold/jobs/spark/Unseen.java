package tenfold.jobs.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkEnv;

/**
 * Something on a disk of the driver's machine that an executor does not see: one that came after
 * the others had been asked ({@link Reach}). Exit code 2.
 */
public final class Unseen extends UncheckedIOException {

  private static final long serialVersionUID = 1;

  /** How Hadoop's local file system, and Spark, say that a file is not there. */
  private static final Pattern MISSING = Pattern.compile("File file:(/.*?) does not exist");

  private Unseen(String message, IOException cause) {
    super(message, cause);
  }

  /**
   * Looks, in a task, for the directory into which it is to write.
   *
   * @throws Unseen if it is on a machine's own disk, and not on this one's
   */
  public static void check(Store directory) {
    if (directory.path().startsWith("file:") && !directory.exists()) {
      SparkEnv here = SparkEnv.get();
      String host = here == null ? "here" : here.blockManager().blockManagerId().host();
      throw new Unseen(
          Reach.NOT_WRITABLE.formatted(
              directory.path(), "the executor on %s does not see it".formatted(host), ""),
          new FileNotFoundException(directory.path()));
    }
  }

  /** Returns why a file was not found, if it is one that this process, the driver, does find. */
  static Optional<Unseen> of(Throwable thrown) {
    if (thrown instanceof Unseen its) {
      return Optional.of(its);
    }
    if (!(thrown instanceof FileNotFoundException missing)) {
      return Optional.empty();
    }
    Matcher file = MISSING.matcher(String.valueOf(missing.getMessage()));
    return file.find() && Files.exists(Path.of(file.group(1)))
        ? Optional.of(
            new Unseen(
                Reach.NOT_READABLE.formatted(
                    "an executor does not see %s".formatted(file.group(1)), ""),
                missing))
        : Optional.empty();
  }
}
