package tenfold.core.data;

/** The data refuse: the message says what, where, what was found and what would be right. */
public final class DataException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public DataException(String message) {
    super(message);
  }
}
