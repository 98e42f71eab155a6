package tenfold.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CodedTest {

  private static final double NAN = Double.NaN;

  private static int[] codes(Coded coded) {
    int[] out = new int[coded.codes().length];
    Arrays.setAll(out, i -> Byte.toUnsignedInt(coded.codes()[i]));
    return out;
  }

  private static Column.Numbers numbers(Coded coded) {
    return (Column.Numbers) coded.column();
  }

  @Test
  void fewValuesHaveACodeEach() {
    Coded coded = Coded.numbers("x", 3, new double[] {7, -0.0, NAN, 2, 0.0, 7}, 3);

    assertThat(coded.column())
        .isEqualTo(
            new Column.Numbers("x", 3, List.of(0.0, 2.0, 7.0), List.of(0.0, 2.0, 7.0), true));
    assertThat(codes(coded)).containsExactly(2, 0, 3, 1, 0, 2);
  }

  /** Ranks ceil(10 k / 4) = 3, 5, 8, 10 of the values 1 to 10. */
  @Test
  void manyValuesAreCutAtQuantiles() {
    double[] values = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};

    Coded coded = Coded.numbers("x", 0, values, 4);

    assertThat(coded.column())
        .isEqualTo(
            new Column.Numbers(
                "x", 0, List.of(1.0, 4.0, 6.0, 9.0), List.of(3.0, 5.0, 8.0, 10.0), false));
    assertThat(codes(coded)).containsExactly(3, 3, 2, 2, 2, 1, 1, 0, 0, 0);
  }

  /** Ranks 4, 8 and 11: the value 1 takes two of them. */
  @Test
  void aValueThatTakesSeveralQuantilesHasOneCode() {
    double[] values = {1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 4};

    Coded coded = Coded.numbers("x", 0, values, 3);

    assertThat(numbers(coded).low()).containsExactly(1.0, 2.0);
    assertThat(numbers(coded).high()).containsExactly(1.0, 4.0);
  }

  @Test
  void aColumnWithoutValuesHasNoCodeButNone() {
    Coded coded = Coded.numbers("x", 0, new double[] {NAN, NAN}, 255);

    assertThat(coded.column()).isEqualTo(new Column.Numbers("x", 0, List.of(), List.of(), true));
    assertThat(codes(coded)).containsExactly(0, 0);
  }

  @Property
  void codesAreNeighbouringValuesInTheirOrder(
      @ForAll @IntRange(min = 1, max = 400) int n,
      @ForAll @IntRange(min = 1, max = 300) int distinct,
      @ForAll @IntRange(min = 1, max = 255) int bins,
      @ForAll long seed) {
    Random random = new Random(seed);
    double[] values =
        random.doubles(n).map(u -> u < 0.1 ? NAN : Math.floor(u * distinct) - 9).toArray();

    Coded coded = Coded.numbers("x", 0, values, bins);

    Column.Numbers column = numbers(coded);
    int[] code = codes(coded);
    assertThat(column.codes()).isLessThanOrEqualTo(bins);
    for (int c = 0; c < column.codes(); c++) {
      int wanted = c;
      double[] its =
          IntStream.range(0, n)
              .filter(i -> code[i] == wanted)
              .mapToDouble(i -> values[i])
              .toArray();
      assertThat(Arrays.stream(its).min()).hasValue(column.low().get(c));
      assertThat(Arrays.stream(its).max()).hasValue(column.high().get(c));
      assertThat(c == 0 || column.low().get(c) > column.high().get(c - 1)).isTrue();
    }
    for (int i = 0; i < n; i++) {
      assertThat(code[i] == column.none()).isEqualTo(Double.isNaN(values[i]));
    }
    assertThat(column.missing()).isEqualTo(Arrays.stream(values).anyMatch(Double::isNaN));
    long different = Arrays.stream(values).filter(v -> !Double.isNaN(v)).distinct().count();
    if (different <= bins) {
      assertThat(column.low()).isEqualTo(column.high()).hasSize((int) different);
    }
  }

  @Property
  void differentValuesFillTheirBinsEvenly(
      @ForAll @IntRange(min = 1, max = 255) int bins,
      @ForAll @IntRange(min = 0, max = 2000) int more,
      @ForAll long seed) {
    int n = bins + more;
    double[] values = IntStream.range(0, n).mapToDouble(i -> i * 0.1).toArray();
    Random random = new Random(seed);
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double v = values[i];
      values[i] = values[j];
      values[j] = v;
    }

    Coded coded = Coded.numbers("x", 0, values, bins);

    int[] count = new int[bins];
    Arrays.stream(codes(coded)).forEach(c -> count[c]++);
    assertThat(Arrays.stream(count).boxed())
        .allMatch(c -> c == n / bins || c == (n + bins - 1) / bins);
  }

  @Test
  void aLargeNameTakesSeveralColumns() {
    List<String> levels = IntStream.range(0, 510).mapToObj(l -> "l" + l).toList();
    Inputs.Input name = new Inputs.Input("zip", Kind.NAME, levels, true);

    List<Coded> coded = Coded.levels(name, 4, new double[] {0, 254, 255, 509, 510, -1});

    assertThat(coded).extracting(c -> c.column().first()).containsExactly(4, 259, 514);
    assertThat(coded).extracting(c -> c.column().codes()).containsExactly(255, 255, 1);
    assertThat(((Column.Levels) coded.get(1).column()).labels()).startsWith("zip=l255");
    assertThat(((Column.Levels) coded.get(2).column()).labels()).containsExactly("zip is missing");
    assertThat(codes(coded.get(0))).containsExactly(0, 254, 255, 255, 255, 255);
    assertThat(codes(coded.get(1))).containsExactly(255, 255, 0, 254, 255, 255);
    assertThat(codes(coded.get(2))).containsExactly(1, 1, 1, 1, 0, 1);
  }
}
