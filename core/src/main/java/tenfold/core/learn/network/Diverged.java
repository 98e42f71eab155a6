package tenfold.core.learn.network;

/** A training that came to no finite cost; the message says where. */
final class Diverged extends RuntimeException {

  private static final long serialVersionUID = 1;

  Diverged(String message) {
    super(message);
  }
}
