package tenfold.jobs;

import org.apache.spark.SparkUserAppException;
import tenfold.jobs.cli.Main;
import tenfold.jobs.spark.Spark;

/** The program: {@code tenfold COMMAND …}. */
public final class Tenfold {

  private Tenfold() {}

  /**
   * Runs one command and exits with its code; 0 returns, so that in cluster mode Spark sees a
   * program that ended well.
   *
   * @throws SparkUserAppException in place of another code where YARN runs the driver: of an exit
   *     it would only say that it came early
   */
  public static void main(String[] args) throws SparkUserAppException {
    int code = Main.run(args);
    System.out.flush();
    if (code != 0 && Spark.inYarn()) {
      throw new SparkUserAppException(code);
    }
    if (code != 0) {
      System.exit(code);
    }
  }
}
