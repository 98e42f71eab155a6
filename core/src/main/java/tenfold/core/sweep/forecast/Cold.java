package tenfold.core.sweep.forecast;

/**
 * What a fresh process takes more than one that knows its way, seconds.
 *
 * @param tasks of a processor, while their code is not compiled yet
 * @param driving of the wall, on the driver
 * @param compiling of a processor, by Java's compilers beside them
 */
record Cold(double tasks, double driving, double compiling) {

  static final Cold NONE = new Cold(0, 0, 0);

  Cold plus(Cold more) {
    return new Cold(tasks + more.tasks, driving + more.driving, compiling + more.compiling);
  }

  Cold andCompiling(double more) {
    return new Cold(tasks, driving, compiling + more);
  }

  /**
   * How much longer a sweep takes in such processes whose tasks would take {@code warm} seconds
   * otherwise. Compilers work where there are processors to spare, and hold tasks up where there
   * are none; they take no more than half, so a short sweep ends before them. Each process has to
   * get there by itself, so only threads of one share that.
   */
  double seconds(double warm, Cluster on) {
    int threads = on.threads();
    double processors = Math.max(threads, on.processors());
    double slower = warm + tasks / threads;
    double crowded = (warm * threads + tasks + compiling) / processors;
    return driving + Math.max(slower, Math.min(crowded, 2 * slower)) - warm;
  }
}
