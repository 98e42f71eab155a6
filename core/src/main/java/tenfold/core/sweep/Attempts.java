package tenfold.core.sweep;

import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import tenfold.core.data.DataException;

/**
 * How often and how long a unit is tried before it counts as failed.
 *
 * @param tries at least 1
 * @param limit of one try; zero: none. Work that goes on beyond it is interrupted, and left behind
 *     if it does not heed that
 */
public record Attempts(int tries, Duration limit) implements Serializable {

  /** Twice, however long it takes. */
  public static final Attempts USUAL = new Attempts(2, Duration.ZERO);

  /**
   * Tries some work. What concerns all units alike is thrown: data that cannot be used, a library
   * that is missing, too little memory, files that cannot be written, and that the thread was
   * interrupted.
   */
  <T> Unit<T> of(Supplier<T> work) {
    for (int again = tries - 1; ; again--) {
      try {
        return new Unit.Done<>(limited(work));
      } catch (TimeoutException e) {
        return new Unit.Failed<>("it took longer than the limit of " + text(limit));
      } catch (DataException
          | MissingLibrary
          | TooLarge
          | UncheckedIOException
          | CancellationException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        if (Thread.currentThread().isInterrupted()) {
          throw e;
        }
        if (again == 0) {
          return new Unit.Failed<>(reason(e));
        }
      }
    }
  }

  private <T> T limited(Supplier<T> work) throws TimeoutException {
    if (limit.isZero()) {
      return work.get();
    }
    OptionalInt own = Accelerator.own();
    FutureTask<T> task =
        new FutureTask<>(
            () -> own.isPresent() ? Accelerator.with(own.getAsInt(), work) : work.get());
    Thread thread = new Thread(task, Thread.currentThread().getName() + ", unit");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      if (e.getCause() instanceof Error thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      task.cancel(true);
    }
  }

  private static String reason(Throwable e) {
    String message = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    return message.isEmpty() ? e.getClass().getSimpleName() : message;
  }

  private static String text(Duration time) {
    return time.toMillis() % 1000 == 0
        ? "%,d s".formatted(time.toSeconds())
        : "%,d ms".formatted(time.toMillis());
  }
}
