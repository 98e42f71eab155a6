package tenfold.core.sweep;

/** A library that this machine cannot load; the message says which, why, and what it needs. */
public final class MissingLibrary extends RuntimeException {

  private static final long serialVersionUID = 1;

  public MissingLibrary(String message, Throwable cause) {
    super(message, cause);
  }
}
