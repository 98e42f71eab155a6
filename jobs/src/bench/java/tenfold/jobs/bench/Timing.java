package tenfold.jobs.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times two pieces of work in turn, so that a drifting machine slows both. */
final class Timing {

  private Timing() {}

  /** Seconds of each run of {@code a} and {@code b}, run in turn. */
  static double[][] inTurn(int runs, Runnable a, Runnable b) {
    double[][] seconds = new double[2][runs];
    for (int r = 0; r < runs; r++) {
      seconds[0][r] = seconds(a);
      seconds[1][r] = seconds(b);
    }
    return seconds;
  }

  static double seconds(Runnable work) {
    long from = System.nanoTime();
    work.run();
    return (System.nanoTime() - from) / 1e9;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }

  /** Ratios a/b run by run. */
  static double[] ratios(double[][] seconds) {
    double[] ratios = new double[seconds[0].length];
    for (int r = 0; r < ratios.length; r++) {
      ratios[r] = seconds[0][r] / seconds[1][r];
    }
    return ratios;
  }

  /** A line: what, both sides, the median ratio with its range, the target. */
  static String line(String what, double[][] seconds, String target) {
    double[] ratios = ratios(seconds);
    return String.format(
        Locale.ROOT,
        "%-46s %9.3f s %9.3f s   %6.2f (%.2f to %.2f)   %s",
        what,
        median(seconds[0]),
        median(seconds[1]),
        median(ratios),
        Arrays.stream(ratios).min().orElseThrow(),
        Arrays.stream(ratios).max().orElseThrow(),
        target);
  }
}
