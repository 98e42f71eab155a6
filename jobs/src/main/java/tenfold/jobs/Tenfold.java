package tenfold.jobs;

/** The program: {@code tenfold COMMAND …}. */
public final class Tenfold {

  private Tenfold() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.exit(2);
  }
}
