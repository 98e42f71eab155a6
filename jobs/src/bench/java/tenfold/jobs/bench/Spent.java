package tenfold.jobs.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What a piece of work took.
 *
 * @param seconds from its begin to its end
 * @param processor seconds of processor that all threads of the process had meanwhile: others on
 *     the machine count less in it
 */
record Spent(double seconds, double processor) {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Does the work. */
  static Spent on(Runnable work) {
    long processor = SYSTEM.getProcessCpuTime();
    long time = System.nanoTime();
    work.run();
    return new Spent(
        (System.nanoTime() - time) / 1e9, (SYSTEM.getProcessCpuTime() - processor) / 1e9);
  }

  /** Seconds of each. */
  static double[] seconds(List<Spent> all) {
    return all.stream().mapToDouble(Spent::seconds).toArray();
  }

  /** Seconds of processor of each. */
  static double[] processor(List<Spent> all) {
    return all.stream().mapToDouble(Spent::processor).toArray();
  }

  /** What both took, one after the other. */
  Spent plus(Spent other) {
    return new Spent(seconds + other.seconds, processor + other.processor);
  }

  /** What is left of this without a part of it. */
  Spent less(Spent part) {
    return new Spent(seconds - part.seconds, processor - part.processor);
  }
}
