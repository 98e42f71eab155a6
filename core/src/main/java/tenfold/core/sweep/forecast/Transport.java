package tenfold.core.sweep.forecast;

import java.util.stream.DoubleStream;
import tenfold.core.sweep.Engine;

/**
 * What it takes to ask executors and to hear from them, measured.
 *
 * @param jobSeconds of a pass that computes next to nothing
 * @param firstSeconds that the first pass of a kind takes more, whose code is new to executors
 * @param byteSeconds of a byte from an executor to the driver, or back
 */
public record Transport(double jobSeconds, double firstSeconds, double byteSeconds) {

  private static final double CARGO = 16 << 20; // bytes
  private static final int ROUNDS = 3;

  /** Measures it by passes of {@code engine} over so many partitions. */
  public static Transport of(Engine engine, int partitions) {
    double first = seconds(engine, 0);
    double empty =
        DoubleStream.generate(() -> seconds(engine, 0)).limit(ROUNDS).average().orElseThrow();
    int numbers = (int) Math.ceil(CARGO / Double.BYTES / Math.max(1, partitions));
    double full = seconds(engine, numbers); // once: sweeps find it as cold
    return new Transport(empty, Math.max(0, first - empty), Math.max(0, full - empty) / CARGO);
  }

  /** The same where each pass goes in so many times as many waves of tasks. */
  public Transport inWaves(double waves) {
    return new Transport(jobSeconds * waves, firstSeconds, byteSeconds);
  }

  private static double seconds(Engine engine, int numbers) {
    long from = System.nanoTime();
    engine.aggregate(new CargoPass(numbers));
    return (System.nanoTime() - from) / 1e9;
  }
}
