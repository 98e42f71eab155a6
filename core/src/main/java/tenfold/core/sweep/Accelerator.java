package tenfold.core.sweep;

import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The accelerator, a GPU say, that belongs to the work under way on a thread. Whoever schedules the
 * work says which it is; a family that can use one asks, and uses no other.
 */
public final class Accelerator {

  private static final ThreadLocal<Integer> OWN = new ThreadLocal<>();

  private Accelerator() {}

  /** Does work on this thread that accelerator number {@code device} belongs to. */
  public static <T> T with(int device, Supplier<T> work) {
    OWN.set(device);
    try {
      return work.get();
    } finally {
      OWN.remove();
    }
  }

  /** Number of the accelerator of the work under way on this thread; empty where it has none. */
  public static OptionalInt own() {
    Integer own = OWN.get();
    return own == null ? OptionalInt.empty() : OptionalInt.of(own);
  }
}
