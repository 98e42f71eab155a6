package tenfold.jobs.sweep;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** This machine's files under the scheme {@code full}, with so much room and no more. */
public final class FullDisk extends RawLocalFileSystem {

  static final String SCHEME = "full";

  private static final AtomicLong ROOM = new AtomicLong();

  /** Makes a configuration find it. */
  static void in(Configuration hadoop) {
    hadoop.setClass("fs." + SCHEME + ".impl", FullDisk.class, FileSystem.class);
  }

  /** So many bytes can be written from now on. */
  static void room(long bytes) {
    ROOM.set(bytes);
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    return limited(super.create(file, overwrite, buffer, replication, block, progress));
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    return limited(super.create(file, permission, overwrite, buffer, replication, block, progress));
  }

  private static FSDataOutputStream limited(OutputStream out) throws IOException {
    return new FSDataOutputStream(
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            if (ROOM.addAndGet(-length) < 0) {
              throw new IOException("No space left on device");
            }
            out.write(bytes, from, length);
          }

          @Override
          public void close() throws IOException {
            out.close();
          }
        },
        null);
  }
}
