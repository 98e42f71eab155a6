package tenfold.jobs.spark;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Files of a run or model that cannot be read or written: a full disk, a lost connection. */
public final class StoreException extends UncheckedIOException {

  private static final long serialVersionUID = 1;

  StoreException(String message, Throwable cause) {
    super(message, cause instanceof IOException e ? e : new IOException(cause));
  }
}
