package tenfold.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EncoderTest {

  private static final Schema SCHEMA =
      new Schema(
          List.of(new Feature("x", Kind.NUMBER), new Feature("kind", Kind.NAME)),
          "y",
          Task.REGRESSION,
          List.of());

  @Test
  void numbersAreCentredAndScaledAndMissingOnesTakeTheMean() {
    Block block = block(new double[] {1, 3, Double.NaN, 5}, "a", "a", "a", "a");

    Encoded encoded = Encoder.of(SCHEMA, profile(block)).encode(block);

    double deviation = Math.sqrt(8 / 3.0); // of 1, 3, 5, population
    assertThat(encoded.z()).containsExactly(-2 / deviation, 0, 0, 2 / deviation);
  }

  @Test
  void everyLevelGetsAColumnAndMissingOneOfItsOwn() {
    Block block = block(new double[] {1, 2, 3}, "b", "a", null);

    Encoder encoder = Encoder.of(SCHEMA, profile(block));

    assertThat(encoder.indicatorNames()).containsExactly("kind=a", "kind=b", "kind is missing");
    assertThat(encoder.columns()).isEqualTo(4);
    assertThat(encoder.encode(block).hot()).containsExactly(1, 0, 2);
  }

  @Test
  void aLevelTheTrainingPartNeverHadIsNoneOfThem() {
    Encoder encoder = Encoder.of(SCHEMA, profile(block(new double[] {1, 2}, "a", "b")));

    assertThat(encoder.encode(block(new double[] {1, 2}, "c", null)).hot()).containsExactly(-1, -1);
  }

  @Test
  void aConstantColumnEncodesAsZero() {
    Block block = block(new double[] {0.1, 0.1, 0.1}, "a", "a", "a");

    assertThat(Encoder.of(SCHEMA, profile(block)).encode(block).z()).containsExactly(0, 0, 0);
  }

  @Property
  void profilesOfAnyCutMergeToTheSame(
      @ForAll @Size(min = 2, max = 50) List<@DoubleRange(min = -1, max = 1) Double> values,
      @ForAll @IntRange(min = 1, max = 49) int cut) {
    double[] far = values.stream().mapToDouble(v -> 1e8 + v).toArray();
    int at = Math.min(cut, far.length - 1);
    Profile whole = profile(block(far));
    Profile left = profile(block(Arrays.copyOf(far, at)));
    left.merge(profile(block(Arrays.copyOfRange(far, at, far.length))));

    assertThat(left.rows()).isEqualTo(whole.rows());
    assertThat(left.number(0).mean()).isCloseTo(whole.number(0).mean(), offset(1e-7));
    assertThat(left.number(0).deviation())
        .isCloseTo(whole.number(0).deviation(), offset(1e-7 * (1 + whole.number(0).deviation())));
  }

  @Property
  void aRowsKeyDoesNotDependOnTheOrderInWhichItsCellsAreSet(
      @ForAll double x, @ForAll String level) {
    BlockBuilder one = new BlockBuilder(SCHEMA, Set.of());
    one.number(0, x);
    one.name(0, level);
    one.target(1.0);
    BlockBuilder other = new BlockBuilder(SCHEMA, Set.of());
    other.target(1.0);
    other.name(0, level);
    other.number(0, x);

    assertThat(one.endRow()).isEqualTo(other.endRow());
  }

  @Test
  void minusZeroIsZeroAndAMissingCellIsNotZero() {
    assertThat(key(-0.0)).isEqualTo(key(0.0));
    assertThat(key(Double.NaN)).isNotEqualTo(key(0.0));
  }

  private static long key(double x) {
    BlockBuilder builder = new BlockBuilder(SCHEMA, Set.of());
    builder.number(0, x);
    builder.target(1.0);
    return builder.endRow();
  }

  private static Block block(double[] x, String... kinds) {
    BlockBuilder builder = new BlockBuilder(SCHEMA, Set.of());
    for (int i = 0; i < x.length; i++) {
      builder.number(0, x[i]);
      builder.name(0, kinds.length == 0 ? "a" : kinds[i]);
      builder.target(i);
      builder.endRow();
    }
    return builder.build();
  }

  private static Profile profile(Block block) {
    Profile profile = new Profile(SCHEMA);
    boolean[] use = new boolean[block.rows()];
    Arrays.fill(use, true);
    profile.add(block, use);
    return profile;
  }
}
