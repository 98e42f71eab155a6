package tenfold.jobs.spark;

/** A command that cannot be carried out as it was given; exit code 2. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UsageException(String message) {
    super(message);
  }
}
