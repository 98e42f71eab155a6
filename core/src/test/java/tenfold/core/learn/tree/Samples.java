package tenfold.core.learn.tree;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/** Small tables made up at random: numbers and names, values missing, two classes, four or none. */
final class Samples implements ArbitrarySupplier<Sample> {

  @Override
  public Arbitrary<Sample> get() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 60),
            Arbitraries.integers().between(1, 5),
            Arbitraries.of(0, 2, 4),
            Arbitraries.longs())
        .as((rows, columns, classes, seed) -> mixed(new Random(seed), rows, columns, classes))
        .withoutEdgeCases(); // more than a hundred, all of them ordinary
  }

  /** Columns of numbers and of names, of few values, some of them missing. */
  static Sample mixed(Random random, int rows, int columns, int classes) {
    int[] levels = new int[columns];
    double[][] x = new double[columns][];
    for (int c = 0; c < columns; c++) {
      levels[c] = random.nextInt(3) == 0 ? 2 + random.nextInt(5) : 0;
      double missing = Math.max(0, random.nextInt(4) - 1) / 8.0;
      x[c] =
          levels[c] > 0
              ? names(random, rows, levels[c], missing)
              : numbers(random, rows, 2 + random.nextInt(11), missing);
    }
    return new Sample(titles(columns), levels, x, classes, answer(random, x, classes), null);
  }

  /** Columns of numbers, of {@code values} values each and none missing. */
  static Sample numbers(Random random, int rows, int columns, int classes, int values) {
    double[][] x = new double[columns][];
    for (int c = 0; c < columns; c++) {
      x[c] = numbers(random, rows, values, 0);
    }
    int[] levels = new int[columns];
    return new Sample(titles(columns), levels, x, classes, answer(random, x, classes), null);
  }

  private static String[] titles(int columns) {
    return IntStream.range(0, columns).mapToObj(c -> "x" + c).toArray(String[]::new);
  }

  /** Values whose mid-points are exact, at growing distances. */
  private static double[] numbers(Random random, int rows, int values, double missing) {
    return random
        .ints(rows, 0, values)
        .mapToDouble(k -> random.nextDouble() < missing ? Double.NaN : k * k / 4.0 - 7)
        .toArray();
  }

  private static double[] names(Random random, int rows, int levels, double missing) {
    return random
        .ints(rows, 0, levels)
        .mapToDouble(l -> random.nextDouble() < missing ? -1 : l)
        .toArray();
  }

  /** Whole numbers that follow from the first columns, and from chance. */
  private static double[] answer(Random random, double[][] x, int classes) {
    int noise = 1 + random.nextInt(4);
    double[] y = new double[x[0].length];
    for (int i = 0; i < y.length; i++) {
      long sum = random.nextInt(noise);
      for (int c = 0; c < Math.min(3, x.length); c++) {
        sum += Double.isNaN(x[c][i]) ? 3 : x[c][i] > c ? 2 + c : 0;
      }
      y[i] = classes == 0 ? sum - 4 : Math.floorMod(sum, classes);
    }
    return y;
  }

  /** The same rows in another order, or the same columns: their numbers, shuffled. */
  static int[] shuffled(Random random, int n) {
    int[] out = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int one = out[i];
      out[i] = out[j];
      out[j] = one;
    }
    return out;
  }

  /** What a sample's trees may be split by. */
  static Impurity[] impurities(Sample sample) {
    return sample.classes == 0
        ? new Impurity[] {Impurity.VARIANCE}
        : new Impurity[] {Impurity.ENTROPY, Impurity.GINI};
  }
}
