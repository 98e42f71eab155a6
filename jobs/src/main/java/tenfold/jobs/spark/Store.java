package tenfold.jobs.spark;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
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

  /**
   * Returns the directory {@code path}, which need not exist.
   *
   * @throws UsageException if that is no address, or of a file system that cannot be reached
   */
  public static Store at(String path, Configuration hadoop) {
    try {
      Path root = new Path(path);
      FileSystem files = root.getFileSystem(hadoop);
      if (files instanceof LocalFileSystem local) {
        local.setWriteChecksum(false); // no .crc beside files that people read
      }
      return new Store(files, files.makeQualified(root));
    } catch (IOException | RuntimeException e) {
      throw new UsageException("'%s' cannot be used as a path: %s".formatted(path, reason(e)));
    }
  }

  /**
   * Tries whether the directory could be written, and leaves nothing behind.
   *
   * @throws UsageException if it could not
   */
  public void tryWriting() {
    withProbe(probe -> {});
  }

  /**
   * Makes a directory where this one is, or the nearest above it that is there, for as long as it
   * is used.
   *
   * @param use is given the directory's path, without the file system's name
   * @throws UsageException if it cannot be made
   */
  void withProbe(Consumer<String> use) {
    Path probe = tried(this::probe);
    try {
      use.accept(probe.toUri().getPath());
    } finally {
      tried(() -> done(files.delete(probe, true) || !files.exists(probe)));
    }
  }

  private Path probe() throws IOException {
    Path above = root;
    while (above.getParent() != null && !files.exists(above)) {
      above = above.getParent();
    }
    Path probe = new Path(above, ".tenfold-" + UUID.randomUUID());
    done(files.mkdirs(probe));
    return probe;
  }

  private static boolean done(boolean success) throws IOException {
    if (!success) {
      throw new IOException("it cannot be written");
    }
    return true;
  }

  private <T> T tried(Work<T> work) {
    try {
      return work.run();
    } catch (IOException | FSError e) {
      throw new UsageException(
          "%s cannot be made or written: %s; name another place".formatted(root, reason(e)));
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

  /** The directories in it, by name; empty if it is not there. */
  public List<Store> directories() {
    return io(
        () -> {
          try {
            return Arrays.stream(files.listStatus(root))
                .filter(FileStatus::isDirectory)
                .map(its -> its.getPath().getName())
                .sorted()
                .map(this::child)
                .toList();
          } catch (FileNotFoundException e) {
            return List.of();
          }
        });
  }

  /** Writes a text whole, in place of a file of the same name. */
  public void write(String name, String text) {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file whole, in place of one of the same name. */
  public void write(String name, byte[] bytes) {
    io(
        () -> {
          // of a name of its own, for two attempts of a task may write the same file at a time
          Path temporary = new Path(root, "." + name + "-" + UUID.randomUUID() + ".tmp");
          Path target = new Path(root, name);
          try (OutputStream out = opened(temporary)) {
            out.write(bytes);
          }
          replace(temporary, target);
          return null;
        });
  }

  /** Opens a file to be written, in place of one of the same name. */
  private OutputStream opened(Path file) throws IOException {
    if (files instanceof LocalFileSystem local) { // whose own create starts a chmod for each file
      files.mkdirs(file.getParent());
      return new FileOutputStream(local.pathToFile(file)); // its errors name the reason
    }
    return files.create(file, true);
  }

  /**
   * Writes a file that must not be there yet; false, and nothing written, if it is. Of several who
   * try at once one succeeds, on object stores only nearly so: they have no such step.
   */
  public boolean create(String name, String text) {
    Path target = new Path(root, name);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return io(
        () -> {
          try {
            if (files instanceof LocalFileSystem local) { // whose own create looks, then writes
              files.mkdirs(root);
              Files.write(local.pathToFile(target).toPath(), bytes, StandardOpenOption.CREATE_NEW);
            } else {
              try (FSDataOutputStream out = files.create(target, false)) {
                out.write(bytes);
              }
            }
            return true;
          } catch (FileAlreadyExistsException | org.apache.hadoop.fs.FileAlreadyExistsException e) {
            return false;
          }
        });
  }

  /**
   * Writes a small file in place: it may be seen torn, but is never seen gone, as one that is
   * renamed over may be.
   */
  public void refresh(String name, String text) {
    io(
        () -> {
          try (OutputStream out = opened(new Path(root, name))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
          }
          return null;
        });
  }

  /** When a file was last written; empty if it is not there. */
  public Optional<Instant> modified(String name) {
    return io(
        () -> {
          try {
            long millis = files.getFileStatus(new Path(root, name)).getModificationTime();
            return Optional.of(Instant.ofEpochMilli(millis));
          } catch (FileNotFoundException e) {
            return Optional.empty();
          }
        });
  }

  /** Gives a file another name, in place of one that has it. */
  public void rename(String from, String to) {
    io(
        () -> {
          replace(new Path(root, from), new Path(root, to));
          return null;
        });
  }

  /**
   * Gives {@code from} the name {@code to}, in one step where the file system can do that over a
   * file that is there.
   */
  private void replace(Path from, Path to) throws IOException {
    if (files instanceof LocalFileSystem local) {
      Files.move(
          local.pathToFile(from).toPath(),
          local.pathToFile(to).toPath(),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    files.delete(to, false);
    if (!files.rename(from, to)) {
      throw new IOException("cannot rename %s to %s".formatted(from, to));
    }
  }

  /** Returns a file's text; empty if it is not there. */
  public Optional<String> read(String name) {
    return bytes(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Returns a file's bytes; empty if it is not there. */
  public Optional<byte[]> bytes(String name) {
    return io(
        () -> {
          try (FSDataInputStream in = files.open(new Path(root, name))) {
            return Optional.of(in.readAllBytes());
          } catch (FileNotFoundException e) {
            return Optional.empty();
          }
        });
  }

  /** Whether one of the two is the other or lies in it. */
  public boolean overlaps(Store other) {
    String mine = root + Path.SEPARATOR;
    String theirs = other.root + Path.SEPARATOR;
    return mine.startsWith(theirs) || theirs.startsWith(mine);
  }

  /** Gives the directory the name and place of {@code other}, which must not be there. */
  public void moveTo(Store other) {
    io(
        () -> {
          if (!files.rename(root, other.root)) {
            throw new IOException("cannot be renamed to " + other.root);
          }
          return null;
        });
  }

  /** Removes the directory and all it holds. */
  public void remove() {
    io(() -> files.delete(root, true));
  }

  /** Removes the file or directory of this name, and all that one holds. */
  public void remove(String name) {
    io(() -> files.delete(new Path(root, name), true));
  }

  /** Removes the directory if it is there and holds nothing. */
  public void removeIfEmpty() {
    io(() -> list().isEmpty() && files.delete(root, false));
  }

  /** Work on files that may fail. */
  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T io(Work<T> work) {
    try {
      return work.run();
    } catch (IOException | FSError e) { // Hadoop's local files throw an error when a disk is full
      throw new StoreException("%s: %s".formatted(root, reason(e)), e);
    }
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }
}
