package tenfold.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HistogramTest {

  /** Rows of random codes, some of which are looked at, in no order. */
  private static final class Rows {
    final byte[] codes;
    final int[] rows;
    final int from;
    final int to;
    final int[] label;
    final double[] weight;
    final double[] target;

    Rows(int n, int codeCount, int classes, long seed) {
      Random random = new Random(seed);
      codes = new byte[n];
      for (int i = 0; i < n; i++) {
        codes[i] = (byte) random.nextInt(codeCount);
      }
      rows = random.ints(n, 0, n).toArray();
      from = random.nextInt(n);
      to = from + random.nextInt(n - from + 1);
      label = random.ints(to - from, 0, classes).toArray();
      weight = random.ints(to - from, 1, 9).mapToDouble(w -> w / 4.0).toArray();
      target = random.ints(to - from, -9, 9).mapToDouble(y -> y).toArray();
    }

    int code(int i) {
      return Byte.toUnsignedInt(codes[rows[i]]);
    }
  }

  @Property
  void rowsAreCountedByCodeAndClass(
      @ForAll @IntRange(min = 1, max = 300) int n,
      @ForAll @IntRange(min = 1, max = 256) int codes,
      @ForAll @IntRange(min = 1, max = 5) int classes,
      @ForAll long seed) {
    Rows rows = new Rows(n, codes, classes, seed);
    double[] counts = new double[3 + 256 * classes];
    double[] weights = new double[3 + 256 * classes];
    Arrays.fill(counts, 7);
    double[] expected = counts.clone();
    double[] weighed = weights.clone();
    for (int i = rows.from; i < rows.to; i++) {
      int cell = 3 + rows.code(i) * classes + rows.label[i - rows.from];
      expected[cell]++;
      weighed[cell] += rows.weight[i - rows.from];
    }

    Histogram.count(rows.codes, rows.rows, rows.from, rows.to, rows.label, classes, counts, 3);
    Histogram.weigh(
        rows.codes, rows.rows, rows.from, rows.to, rows.label, rows.weight, classes, weights, 3);

    assertThat(counts).isEqualTo(expected);
    assertThat(weights).isEqualTo(weighed);
  }

  @Property
  void weightsAndTargetsAreAddedByCode(
      @ForAll @IntRange(min = 1, max = 300) int n,
      @ForAll @IntRange(min = 1, max = 256) int codes,
      @ForAll long seed) {
    Rows rows = new Rows(n, codes, 1, seed);
    double[] sums = new double[5 + 512];
    double[] expected = sums.clone();
    for (int i = rows.from; i < rows.to; i++) {
      expected[5 + 2 * rows.code(i)] += rows.weight[i - rows.from];
      expected[6 + 2 * rows.code(i)] += rows.target[i - rows.from];
    }

    Histogram.sum(rows.codes, rows.rows, rows.from, rows.to, rows.weight, rows.target, sums, 5);

    assertThat(sums).isEqualTo(expected);
  }

  @Property
  void codesThatRowsHaveAreListedOnceAndAscendingAsTheyAreAdded(
      @ForAll @IntRange(min = 1, max = 300) int n,
      @ForAll @IntRange(min = 1, max = 256) int codes,
      @ForAll @IntRange(min = 1, max = 4) int classes,
      @ForAll long seed) {
    Rows rows = new Rows(n, codes, classes, seed);
    int[] expected =
        IntStream.range(rows.from, rows.to).map(rows::code).sorted().distinct().toArray();
    double[] plain = new double[256 * classes];
    double[] listed = plain.clone();
    int[] out = new int[256];

    Histogram.count(rows.codes, rows.rows, rows.from, rows.to, rows.label, classes, plain, 0);
    int count =
        Histogram.countPresent(
            rows.codes, rows.rows, rows.from, rows.to, rows.label, classes, listed, out);
    assertThat(Arrays.copyOf(out, count)).isEqualTo(expected);
    assertThat(listed).isEqualTo(plain);

    Histogram.weigh(
        rows.codes, rows.rows, rows.from, rows.to, rows.label, rows.weight, classes, plain, 0);
    count =
        Histogram.weighPresent(
            rows.codes,
            rows.rows,
            rows.from,
            rows.to,
            rows.label,
            rows.weight,
            classes,
            listed,
            out);
    assertThat(Arrays.copyOf(out, count)).isEqualTo(expected);
    assertThat(listed).isEqualTo(plain);
  }

  @Property
  void codesAreListedAsTargetsAreAdded(
      @ForAll @IntRange(min = 1, max = 300) int n,
      @ForAll @IntRange(min = 1, max = 256) int codes,
      @ForAll long seed) {
    Rows rows = new Rows(n, codes, 1, seed);
    double[] plain = new double[512];
    double[] listed = new double[512];
    int[] out = new int[256];

    Histogram.sum(rows.codes, rows.rows, rows.from, rows.to, rows.weight, rows.target, plain, 0);
    int count =
        Histogram.sumPresent(
            rows.codes, rows.rows, rows.from, rows.to, rows.weight, rows.target, listed, out);

    assertThat(listed).isEqualTo(plain);
    assertThat(Arrays.copyOf(out, count))
        .isEqualTo(
            IntStream.range(rows.from, rows.to).map(rows::code).sorted().distinct().toArray());
  }

  @Test
  void everyCodeOfAByteIsListed() {
    byte[] codes = new byte[256];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) (255 - i);
    }
    int[] all = IntStream.range(0, 256).toArray();
    int[] label = new int[256];
    double[] counts = new double[256];
    int[] out = new int[256];

    assertThat(Histogram.countPresent(codes, all, 0, 256, label, 1, counts, out)).isEqualTo(256);
    assertThat(out).isEqualTo(all);
    for (int i = 0; i < 256; i++) {
      assertThat(Histogram.countPresent(codes, all, i, i + 1, label, 1, counts, out)).isEqualTo(1);
      assertThat(out[0]).isEqualTo(255 - i);
    }
  }
}
