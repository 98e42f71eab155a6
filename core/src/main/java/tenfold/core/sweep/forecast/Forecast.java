package tenfold.core.sweep.forecast;

/**
 * What one phase of a family's sweep takes, read off what it took on two samples.
 *
 * @param small on the smaller
 * @param large on the larger; the same where there is one
 * @param pace how many times as long the larger takes on a machine that has other work too
 */
record Forecast(Spent small, Spent large, double pace) {

  private static final double NOISE = 0.02; // seconds by which two runs differ anyhow

  /** Predicted seconds of wall time, in processes that know their way. */
  double seconds(Cluster on) {
    int jobs = large.passes() + large.units().size();
    Transport transport = on.transport();
    return jobs * transport.jobSeconds()
        + large.kinds() * transport.firstSeconds()
        + tasks(on)
        + moving(on)
        + driving(on.rows());
  }

  /** Seconds in which executors are at work. */
  double tasks(Cluster on) {
    double adding = large.adding().wall() * on.rows() / large.rows();
    return pace * adding / on.slots() + working(on.rows()) * large.share(on.slots());
  }

  private double working(long rows) {
    return pace * growth(small.working(), large.working()).power(rows);
  }

  private double driving(long rows) {
    return pace
        * (large.driving() - small.driving() < NOISE
            ? large.driving()
            : growth(small.driving(), large.driving()).line(rows));
  }

  /**
   * Statistics come to the driver, which merges them in turn; a table goes out of it once, and from
   * executor to executor meanwhile; results come back.
   */
  private double moving(Cluster on) {
    long part = Math.max(1, on.rows() * large.parts() / on.partitions());
    double bytes = growth(small.bytes(), large.bytes()).line(part);
    double merging = large.bytes() == 0 ? 0 : large.merging() * bytes / large.bytes();
    double table = growth(small.sent(), large.sent()).power(on.rows());
    int ways = Math.min(2, on.executors());
    double results = growth(small.returned(), large.returned()).line(on.rows());
    return on.partitions() * merging
        + (on.partitions() * bytes + ways * table + results) * on.transport().byteSeconds();
  }

  /**
   * What a sample took beyond what this says of as many rows; not what was compiled meanwhile.
   * Seconds of a processor hardly hang on how busy the machine is.
   */
  Cold beyond(Spent sample) {
    double labour = sample.labour();
    double warm = growth(small.labour(), large.labour()).power(sample.rows());
    double units = labour > 0 ? sample.tried() * (1 - Math.min(1, warm / labour)) : 0;
    double adding =
        growth(small.adding().processor(), large.adding().processor()).line(sample.rows());
    return new Cold(
        Math.max(0, sample.adding().processor() - adding) + units,
        Math.max(0, sample.driving() - driving(sample.rows())),
        0);
  }

  private Growth growth(double before, double after) {
    return new Growth(small.rows(), before, large.rows(), after);
  }
}
