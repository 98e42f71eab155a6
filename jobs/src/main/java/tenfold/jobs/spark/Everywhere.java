package tenfold.jobs.spark;

import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * A value that tasks find wherever they run: sent once to every executor; of a local master, whose
 * tasks run in the driver's own process, it is the driver's object itself, and nothing is written
 * or held twice.
 *
 * @param <T> read by many threads at once
 */
sealed interface Everywhere<T> extends Serializable {

  /** The value, on the driver or in a task. */
  T value();

  /** Takes it back. */
  void close();

  /** Gives {@code value} to all executors of {@code spark}. */
  static <T> Everywhere<T> of(JavaSparkContext spark, T value) {
    return spark.isLocal() ? Here.of(value) : new Sent<>(spark.broadcast(value));
  }

  /** It was sent. */
  record Sent<T>(Broadcast<T> broadcast) implements Everywhere<T> {

    @Override
    public T value() {
      return broadcast.value();
    }

    @Override
    public void close() {
      broadcast.destroy();
    }
  }

  /** It is here, under a number. */
  record Here<T>(long number) implements Everywhere<T> {

    private static final Map<Long, Object> VALUES = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT = new AtomicLong();

    static <T> Here<T> of(T value) {
      Here<T> here = new Here<>(NEXT.incrementAndGet());
      VALUES.put(here.number, value);
      return here;
    }

    @Override
    @SuppressWarnings("unchecked") // a number is given to one value
    public T value() {
      T value = (T) VALUES.get(number);
      if (value == null) {
        throw new IllegalStateException("it was taken back");
      }
      return value;
    }

    @Override
    public void close() {
      VALUES.remove(number);
    }
  }
}
