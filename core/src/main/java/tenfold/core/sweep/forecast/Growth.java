package tenfold.core.sweep.forecast;

/**
 * How something grows with the rows, read off two sizes of a sample.
 *
 * @param fewer rows of the smaller sample
 * @param small its value
 * @param more rows of the larger; the same where there is one sample
 * @param large its value
 */
record Growth(long fewer, double small, long more, double large) {

  /** Trees take n log n; what is steeper in a sample is noise. */
  private static final double STEEPEST = 1.1;

  /** A value that grew by no more than this while the sample quadrupled does not hang on rows. */
  private static final double LEVEL = 1.5;

  /** What is as much for any number of rows, unless two samples show that it grows by the row. */
  double line(long rows) {
    if (more == fewer || large <= LEVEL * small) {
      return large;
    }
    return Math.max(0, large + (large - small) / (more - fewer) * (rows - more));
  }

  /**
   * Work on rows, or rows as they are sent: grows by a line after a start, or by a power that is
   * little above 1; never falls.
   */
  double power(long rows) {
    if (more == fewer || small <= 0) {
      return large * rows / more;
    }
    double each = Math.max(0, large - small) / (more - fewer);
    double power = Math.log(large / small) / Math.log((double) more / fewer);
    return power < 1
        ? large + each * (rows - more)
        : large * Math.pow((double) rows / more, Math.min(power, STEEPEST));
  }
}
