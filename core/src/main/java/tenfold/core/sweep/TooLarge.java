package tenfold.core.sweep;

/** A grid that no memory here holds; the message says what, how many bytes, and the way out. */
public final class TooLarge extends RuntimeException {

  private static final long serialVersionUID = 1;

  public TooLarge(String message) {
    super(message);
  }
}
