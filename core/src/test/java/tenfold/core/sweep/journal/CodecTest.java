package tenfold.core.sweep.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CodecTest {

  private enum Way {
    IN,
    OUT
  }

  private sealed interface Shape {}

  private record Round(double radius) implements Shape {}

  private record Square(float side, Optional<Way> way) implements Shape {}

  @SuppressWarnings("ArrayRecordComponent") // arrays are what is tried
  private record All(
      List<Shape> shapes,
      double[][] numbers,
      String text,
      Integer none,
      long[] longs,
      boolean yes,
      Set<Long> some) {

    boolean same(All other) {
      return shapes.equals(other.shapes)
          && Arrays.deepEquals(numbers, other.numbers)
          && text.equals(other.text)
          && none == null
          && other.none == null
          && Arrays.equals(longs, other.longs)
          && yes == other.yes
          && some.equals(other.some);
    }
  }

  private record Named(String text) {}

  private record Foreign(File file) {}

  @Property
  void whatIsWrittenIsRead(
      @ForAll @Size(max = 20) double[] numbers,
      @ForAll String text,
      @ForAll long[] longs,
      @ForAll double radius,
      @ForAll float side,
      @ForAll boolean yes)
      throws Codec.Corrupt {
    All all =
        new All(
            List.of(
                new Round(radius),
                new Square(side, Optional.of(Way.OUT)),
                new Square(Float.NaN, Optional.empty())),
            new double[][] {numbers, null, {Double.NaN, -0.0}},
            text,
            null,
            longs,
            yes,
            Set.of(3L, -1L));
    assertThat(Codec.value(All.class, Codec.bytes(All.class, all)).same(all)).isTrue();
  }

  @Property
  void bytesThatAreNotAllThereAreRefused(
      @ForAll @Size(min = 1, max = 20) double[] numbers, @ForAll @IntRange(max = 1000) int cut) {
    byte[] bytes = Codec.bytes(double[].class, numbers);
    byte[] torn = Arrays.copyOf(bytes, cut % bytes.length);
    assertThatThrownBy(() -> Codec.value(double[].class, torn)).isInstanceOf(Codec.Corrupt.class);
  }

  @Property
  void aBitThatChangedIsSeen(
      @ForAll @Size(min = 1, max = 20) double[] numbers, @ForAll @IntRange(max = 10_000) int at) {
    byte[] bytes = Codec.bytes(double[].class, numbers);
    bytes[at / 8 % bytes.length] ^= (byte) (1 << at % 8);
    assertThatThrownBy(() -> Codec.value(double[].class, bytes)).isInstanceOf(Codec.Corrupt.class);
  }

  @Test
  void anotherKindIsRefused() {
    byte[] bytes = Codec.bytes(Round.class, new Round(3));
    assertThatThrownBy(() -> Codec.value(All.class, bytes))
        .isInstanceOf(Codec.Corrupt.class)
        .hasMessageStartingWith("it is not of the kind that is asked for");
  }

  @Test
  void onlyOurTypesHaveAForm() {
    Foreign its = new Foreign(new File("x"));
    assertThatThrownBy(() -> Codec.bytes(Foreign.class, its))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("class java.io.File has no form on disk");
  }

  @Test
  void namesTellScopesKindsAndAddressesApart() {
    String name = Codec.name("a", Round.class, new Named("x"));
    assertThat(name).hasSize(32).isEqualTo(Codec.name("a", Round.class, new Named("x")));
    assertThat(Codec.name("b", Round.class, new Named("x"))).isNotEqualTo(name);
    assertThat(Codec.name("a", Square.class, new Named("x"))).isNotEqualTo(name);
    assertThat(Codec.name("a", Round.class, new Named("y"))).isNotEqualTo(name);
  }
}
