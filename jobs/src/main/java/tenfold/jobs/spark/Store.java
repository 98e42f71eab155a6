package tenfold.jobs.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A directory on any Hadoop file system. Files appear whole: they are written under a temporary
 * name and renamed.
 */
public final class Store {

  private final FileSystem files;
  private final Path root;

  private Store(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
  }

  /** Returns the directory {@code path}, which need not exist. */
  public static Store at(String path, Configuration hadoop) {
    try {
      Path root = new Path(path);
      FileSystem files = root.getFileSystem(hadoop);
      if (files instanceof LocalFileSystem local) {
        local.setWriteChecksum(false); // no .crc beside files that people read
      }
      return new Store(files, files.makeQualified(root));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot reach %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  /** Returns the directory called {@code name} in this one. */
  public Store child(String name) {
    return new Store(files, new Path(root, name));
  }

  /** Returns the directory that holds this one. */
  public Store parent() {
    return new Store(files, root.getParent());
  }

  /** The directory's own name. */
  public String name() {
    return root.getName();
  }

  /** The directory's address, as Spark takes it. */
  public String path() {
    return root.toString();
  }

  /** Whether the directory is there. */
  public boolean exists() {
    return io(() -> files.exists(root));
  }

  /** Whether it has a file or directory of this name. */
  public boolean has(String name) {
    return io(() -> files.exists(new Path(root, name)));
  }

  /** Names of all it holds, sorted; empty if it is not there. */
  public List<String> list() {
    return io(
        () -> {
          try {
            return Arrays.stream(files.listStatus(root))
                .map(FileStatus::getPath)
                .map(Path::getName)
                .sorted()
                .toList();
          } catch (FileNotFoundException e) {
            return List.of();
          }
        });
  }

  /** Writes a file whole, in place of one of the same name. */
  public void write(String name, String text) {
    io(
        () -> {
          Path temporary = new Path(root, "." + name + ".tmp");
          Path target = new Path(root, name);
          try (FSDataOutputStream out = files.create(temporary, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
          }
          if (files.exists(target)) {
            files.delete(target, false);
          }
          if (!files.rename(temporary, target)) {
            throw new IOException("cannot rename %s to %s".formatted(temporary, target));
          }
          return null;
        });
  }

  /** Returns a file's text; empty if it is not there. */
  public Optional<String> read(String name) {
    return io(
        () -> {
          try (FSDataInputStream in = files.open(new Path(root, name))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
          } catch (FileNotFoundException e) {
            return Optional.empty();
          }
        });
  }

  /** Removes the directory and all it holds. */
  public void remove() {
    io(() -> files.delete(root, true));
  }

  /** Work on files that may fail. */
  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T io(Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use %s: %s".formatted(root, e.getMessage()), e);
    }
  }
}
