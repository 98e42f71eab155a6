package tenfold.jobs.spark;

/** Files of a run or model that cannot be read or written: a full disk, a lost connection. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
