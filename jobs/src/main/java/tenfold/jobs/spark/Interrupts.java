package tenfold.jobs.spark;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.util.SignalUtils;

/**
 * What happens when a command is told to stop: its run says so before the process ends with 128
 * plus the signal's number, as the JVM does.
 */
public final class Interrupts {

  /** Before Hadoop closes its file systems and Spark stops, which both have lower priorities. */
  private static final int PRIORITY = FileSystem.SHUTDOWN_HOOK_PRIORITY + 100;

  private static final AtomicInteger EXIT = new AtomicInteger();

  private Interrupts() {}

  /** Starts to note which signal ends the process. */
  public static void install() {
    note("INT", 130);
    note("TERM", 143);
  }

  /**
   * Whether a signal is ending the process, so that errors that follow from it need not be told.
   */
  public static boolean pending() {
    return EXIT.get() != 0;
  }

  private static void note(String signal, int code) {
    SignalUtils.register(
        signal,
        () -> {
          EXIT.compareAndSet(0, code);
          return false; // the JVM goes on to end the process
        });
  }

  /**
   * Calls {@code work} with the exit code if a signal ends the process before {@link #forget};
   * returns its handle.
   */
  public static Runnable onInterrupt(IntConsumer work) {
    Runnable hook =
        () -> {
          if (EXIT.get() != 0) {
            work.accept(EXIT.get());
          }
        };
    ShutdownHookManager.get().addShutdownHook(hook, PRIORITY);
    return hook;
  }

  /** Takes back what {@link #onInterrupt} returned; false if the process is ending already. */
  public static boolean forget(Runnable hook) {
    if (ShutdownHookManager.get().isShutdownInProgress()) {
      return false;
    }
    ShutdownHookManager.get().removeShutdownHook(hook);
    return true;
  }
}
