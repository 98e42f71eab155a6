package tenfold.core.learn.network;

/** A training that came to no finite cost; the message says where. */
public final class Diverged extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** A training that ended as {@code message} says. */
  public Diverged(String message) {
    super(message);
  }
}
