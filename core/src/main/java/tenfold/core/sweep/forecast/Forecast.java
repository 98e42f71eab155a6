package tenfold.core.sweep.forecast;

/**
 * What one phase of a family's sweep takes, read off what it took on two samples.
 *
 * @param small on the smaller
 * @param large on the larger; the same where there is one
 */
record Forecast(Spent small, Spent large) {

  /** Predicted seconds of wall time. */
  double seconds(Cluster on) {
    long rows = on.rows();
    int jobs = large.passes() + large.units().size();
    double sending = growth(small.sending(), large.sending()).line(rows);
    return jobs * on.jobSeconds()
        + large.adding() * rows / large.rows() / on.slots()
        + gathering(on)
        + working(rows) * large.share(on.slots())
        + sending * (1 + on.executors())
        + driving(rows);
  }

  private double working(long rows) {
    return growth(small.working(), large.working()).power(rows);
  }

  private double driving(long rows) {
    return growth(small.driving(), large.driving()).line(rows);
  }

  /** Seconds, of all threads, that a sample took beyond what this says of as many rows. */
  double beyond(Spent sample) {
    double working = sample.working();
    double units =
        working > 0 ? sample.tried() * (1 - Math.min(1, working(sample.rows()) / working)) : 0;
    double adding = growth(small.adding(), large.adding()).line(sample.rows());
    return Math.max(0, sample.adding() - adding)
        + Math.max(0, sample.driving() - driving(sample.rows()))
        + units;
  }

  /** Statistics are written where they are gathered; the driver reads and merges them in turn. */
  private double gathering(Cluster on) {
    if (large.bytes() == 0) {
      return 0;
    }
    long part = on.rows() * large.parts() / on.partitions();
    double size = growth(small.bytes(), large.bytes()).line(Math.max(1, part)) / large.bytes();
    double written = on.partitions() * large.shipping() * size;
    return written / on.slots() + written + on.partitions() * large.merging() * size;
  }

  private Growth growth(double before, double after) {
    return new Growth(small.rows(), before, large.rows(), after);
  }
}
