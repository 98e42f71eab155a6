package tenfold.jobs.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.SparkContext;
import tenfold.core.report.Digits;

/**
 * Whether executors see what the driver has on a disk of its own machine: files that they are to
 * read, a directory that they are to write into. Where all is one process there is nothing to ask.
 * Those that come later find out by themselves ({@link Unseen}).
 */
public final class Reach {

  /** Takes who does not see what, and how many others do not. */
  static final String NOT_READABLE =
      "the data are on a disk of the driver's machine, but %s%s; put them where every machine"
          + " sees them, such as hdfs:, and name that in data.path";

  /** Takes the directory, who does not see it, and how many others do not. */
  static final String NOT_WRITABLE =
      "%s is on a disk of the driver's machine, but %s%s; name a directory that every machine sees,"
          + " such as hdfs:///runs/mine";

  private static final String LOCAL = "file";

  private final Machines machines;

  /** The reach of programs on {@code machines}. */
  Reach(Machines machines) {
    this.machines = machines;
  }

  /** The reach of a program's executors. */
  public static Reach of(SparkContext spark) {
    return new Reach(spark.isLocal() ? look -> List.of() : new Executors(spark));
  }

  /**
   * Looks for files to read.
   *
   * @throws UsageException if one is on this machine's disk and an executor has not the same
   */
  void readable(List<FileStatus> files) {
    List<LocalFile> local =
        files.stream()
            .filter(file -> LOCAL.equals(file.getPath().toUri().getScheme()))
            .map(file -> new LocalFile(file.getPath().toUri().getPath(), file.getLen()))
            .toList();
    if (!local.isEmpty()) {
      refuse(machines.ask(new SameFiles(local)), NOT_READABLE::formatted);
    }
  }

  /**
   * Looks for a directory to write into; nothing of the look is left there.
   *
   * @throws UsageException if it is on this machine's disk and an executor cannot write into it
   */
  public void writable(Store directory) {
    if (directory.path().startsWith(LOCAL + ":")) {
      directory.withProbe(
          probe ->
              refuse(
                  machines.ask(new Writes(probe)),
                  (who, others) -> NOT_WRITABLE.formatted(directory.path(), who, others)));
    }
  }

  private static void refuse(List<Machines.Fault> faults, BinaryOperator<String> sentence) {
    if (!faults.isEmpty()) {
      Machines.Fault first = faults.get(0);
      int others = faults.size() - 1;
      throw new UsageException(
          sentence.apply(
              "the executor on %s %s".formatted(first.machine(), first.what()),
              others == 0 ? "" : ", nor is it right on " + Digits.count(others, "other machine")));
    }
  }

  /** A file and its length in bytes, as the driver sees it. */
  private record LocalFile(String path, long bytes) implements Serializable {}

  /** Looks whether files are there, and as long. */
  private record SameFiles(List<LocalFile> files) implements Machines.Look {
    @Override
    public Optional<String> fault() {
      for (LocalFile file : files) {
        try {
          long bytes = Files.size(Path.of(file.path()));
          if (bytes != file.bytes()) {
            return Optional.of(
                "has a %s of %,d bytes instead of %,d".formatted(file.path(), bytes, file.bytes()));
          }
        } catch (NoSuchFileException e) {
          return Optional.of("does not see %s".formatted(file.path()));
        } catch (IOException e) {
          return Optional.of("cannot read %s (%s)".formatted(file.path(), e.getMessage()));
        }
      }
      return Optional.empty();
    }
  }

  /** Looks whether a directory is there that a file can be made in. */
  private record Writes(String directory) implements Machines.Look {
    @Override
    public Optional<String> fault() {
      try {
        Files.createFile(Path.of(directory, UUID.randomUUID().toString()));
        return Optional.empty();
      } catch (NoSuchFileException e) {
        return Optional.of("does not see it");
      } catch (IOException e) {
        return Optional.of("cannot write into it (%s)".formatted(e.getMessage()));
      }
    }
  }
}
