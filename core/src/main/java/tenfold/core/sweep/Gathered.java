package tenfold.core.sweep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The training part's rows without their inputs, an array for each thing known of them. */
final class Gathered {

  private static final long HIGH = 0xFFFF_FFFF_0000_0000L;

  private final long[] key;
  private final double[] target;
  private final double[] weight;
  private final int[][] part;
  private final long[] units;

  private Gathered(long[] key, double[] target, double[] weight, int[][] part, long[] units) {
    this.key = key;
    this.target = target;
    this.weight = weight;
    this.part = part;
    this.units = units;
  }

  /**
   * The rows of {@code chunks}, one after the other.
   *
   * @param classes of a classification in their order, of several labels as they are {@linkplain
   *     tenfold.core.data.Labels joined}; targets become indices into them
   * @param shift subtracted from the targets of a regression
   */
  static Gathered of(List<RowChunk> chunks, List<String> classes, double shift, int repeats) {
    int n = chunks.stream().mapToInt(RowChunk::rows).sum();
    boolean weighted = chunks.stream().anyMatch(chunk -> chunk.weight() != null);
    Gathered all =
        new Gathered(
            new long[n],
            new double[n],
            weighted ? new double[n] : null,
            new int[repeats][n],
            units(chunks));
    int at = 0;
    for (RowChunk chunk : chunks) {
      int rows = chunk.rows();
      System.arraycopy(chunk.key(), 0, all.key, at, rows);
      System.arraycopy(targets(chunk, classes, shift), 0, all.target, at, rows);
      if (weighted) {
        System.arraycopy(chunk.weight(), 0, all.weight, at, rows);
      }
      for (int r = 0; r < repeats; r++) {
        System.arraycopy(chunk.part(r), 0, all.part[r], at, rows);
      }
      at += rows;
    }
    if (all.units.length > 0) {
      all.part[0] = unit(chunks).mapToInt(unit -> Arrays.binarySearch(all.units, unit)).toArray();
    }
    return all;
  }

  /** Under leave-one-out every unit is a fold: these are they, in the order of their keys. */
  private static long[] units(List<RowChunk> chunks) {
    return unit(chunks).sorted().distinct().toArray();
  }

  private static LongStream unit(List<RowChunk> chunks) {
    return chunks.stream()
        .filter(chunk -> chunk.unit() != null)
        .flatMapToLong(chunk -> Arrays.stream(chunk.unit()));
  }

  private static double[] targets(RowChunk chunk, List<String> classes, double shift) {
    if (chunk.labels() == null) {
      return Arrays.stream(chunk.target()).map(y -> y - shift + 0.0).toArray(); // never -0.0
    }
    int[] index = Arrays.stream(chunk.labels()).mapToInt(classes::indexOf).toArray();
    return Arrays.stream(chunk.target()).map(y -> index[(int) y]).toArray();
  }

  /**
   * Returns the rows' numbers in the order of their keys; rows of one key stand in the order of
   * their weights, parts and targets. Keys stand for inputs too, so rows that are equal in all of
   * these are the same row, and the order of gathering leaves no trace.
   */
  int[] order() {
    // Keys are hashes: half of one nearly always decides, and leaves room for the row's number.
    long[] packed = new long[key.length];
    Arrays.setAll(packed, i -> (key[i] & HIGH) | i);
    Arrays.parallelSort(packed);
    int[] order = new int[packed.length];
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && (packed[to] & HIGH) == (packed[from] & HIGH)) {
        to++;
      }
      if (to == from + 1) {
        order[from] = (int) packed[from];
      } else {
        int[] run =
            IntStream.range(from, to)
                .mapToObj(i -> (int) packed[i])
                .sorted(ties())
                .mapToInt(i -> i)
                .toArray();
        System.arraycopy(run, 0, order, from, run.length);
      }
      from = to;
    }
    return order;
  }

  private Comparator<Integer> ties() {
    Comparator<Integer> order = Comparator.comparingLong(i -> key[i]);
    if (weight != null) {
      order = order.thenComparingDouble(i -> weight[i]);
    }
    for (int[] its : part) {
      order = order.thenComparingInt(i -> its[i]);
    }
    return order.thenComparingDouble(i -> target[i]);
  }

  /** Returns the same rows in another order. */
  Gathered in(int[] order) {
    return new Gathered(
        Arrays.stream(order).mapToLong(i -> key[i]).toArray(),
        Arrays.stream(order).mapToDouble(i -> target[i]).toArray(),
        weight == null ? null : Arrays.stream(order).mapToDouble(i -> weight[i]).toArray(),
        Arrays.stream(part)
            .map(its -> Arrays.stream(order).map(i -> its[i]).toArray())
            .toArray(int[][]::new),
        units);
  }

  long[] key() {
    return key;
  }

  /** Regression: numbers less the shift. Classification: indices of classes. */
  double[] target() {
    return target;
  }

  /** Weight of each row, or null where every row counts once. */
  double[] weight() {
    return weight;
  }

  /** For each repeat the part of each row. */
  int[][] part() {
    return part;
  }

  /** Under leave-one-out and out of bag what leaves together, ascending; else none. */
  long[] units() {
    return units;
  }
}
