package tenfold.jobs;

import tenfold.jobs.cli.Main;

/** The program: {@code tenfold COMMAND …}. */
public final class Tenfold {

  private Tenfold() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    int code = Main.run(args);
    System.out.flush();
    if (code != 0) {
      System.exit(code); // 0 returns, so that in cluster mode Spark sees a program that ended well
    }
  }
}
