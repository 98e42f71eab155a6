package tenfold.jobs.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

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
}
