package tenfold.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OrderTest {

  @Test
  void equalValuesStandInTheOrderOfTheirPlaces() {
    assertThat(Order.ascending(new double[] {2, -1, 2, 0.0, -0.0, 2, -1}))
        .containsExactly(1, 6, 4, 3, 0, 2, 5);
    assertThat(Order.ascending(new double[0])).isEmpty();
  }

  @Property
  void ordersAsAStableSort(
      @ForAll List<@DoubleRange(min = -3, max = 3) Double> some,
      @ForAll @IntRange(min = 1, max = 4) int repeats) {
    double[] key =
        IntStream.range(0, some.size() * repeats)
            .mapToDouble(i -> some.get(i % some.size()))
            .toArray();
    double[] before = key.clone();

    int[] order = Order.ascending(key);

    assertThat(order)
        .containsExactly(
            IntStream.range(0, key.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> before[i]))
                .mapToInt(i -> i)
                .toArray());
    assertThat(key).isEqualTo(before);
  }
}
