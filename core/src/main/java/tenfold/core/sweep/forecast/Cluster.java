package tenfold.core.sweep.forecast;

/**
 * What a sweep would run on.
 *
 * @param rows of the training part
 * @param partitions that they are in
 * @param executors that each get the table of independent work; 0: the driver's own threads
 * @param slots tasks that run at once
 * @param processors of each executor, for its tasks and for all that Java does beside them
 * @param transport between them and the driver
 */
public record Cluster(
    long rows, int partitions, int executors, int slots, double processors, Transport transport) {

  /** Tasks that run at once in one process. */
  int threads() {
    return Math.max(1, slots / Math.max(1, executors));
  }
}
