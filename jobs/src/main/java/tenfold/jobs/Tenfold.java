package tenfold.jobs;

import org.apache.spark.SparkUserAppException;
import tenfold.jobs.cli.Main;

/** The program: {@code tenfold COMMAND …}. */
public final class Tenfold {

  private Tenfold() {}

  /** Runs one command and ends with its code. */
  public static void main(String[] args) throws SparkUserAppException {
    Main.end(Main.run(args));
  }
}
