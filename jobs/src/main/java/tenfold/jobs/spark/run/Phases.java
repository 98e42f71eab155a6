package tenfold.jobs.spark.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Wall time of a run by phase. */
public final class Phases {

  private final long started = System.nanoTime();
  private final Map<String, Double> seconds = new LinkedHashMap<>();

  /** Runs {@code work} and adds its time to {@code phase}. */
  public <T> T time(String phase, Supplier<T> work) {
    long from = System.nanoTime();
    try {
      return work.get();
    } finally {
      seconds.merge(phase, (System.nanoTime() - from) / 1e9, Double::sum);
    }
  }

  /** Runs {@code work} and adds its time to {@code phase}. */
  public void time(String phase, Runnable work) {
    time(
        phase,
        () -> {
          work.run();
          return null;
        });
  }

  /** Returns all phases and the total, to the millisecond. */
  public Map<String, Double> seconds() {
    Map<String, Double> out = new LinkedHashMap<>();
    seconds.forEach((phase, s) -> out.put(phase, Math.rint(s * 1000) / 1000));
    out.put("total", Math.rint((System.nanoTime() - started) / 1e6) / 1000);
    return out;
  }
}
