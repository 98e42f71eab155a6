package tenfold.core.sweep.forecast;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What this process took of the machine's processors so far, in seconds. */
final class Processor {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final CompilationMXBean COMPILERS = ManagementFactory.getCompilationMXBean();
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Processor() {}

  /** By the current thread. */
  static double ofThread() {
    return THREADS.getCurrentThreadCpuTime() / 1e9;
  }

  /** By all threads, Java's own among them. */
  static double ofProcess() {
    return PROCESS.getProcessCpuTime() / 1e9;
  }

  /**
   * How long Java's compilers were at it, which on a busy machine is more than they had a
   * processor.
   */
  static double compiling() {
    return COMPILERS != null && COMPILERS.isCompilationTimeMonitoringSupported()
        ? COMPILERS.getTotalCompilationTime() / 1e3
        : 0;
  }
}
