package tenfold.core.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  /** Counted by hand: inserted, dropped, changed and swapped letters. */
  @ParameterizedTest
  @CsvSource({
    "lambda, lambda, 0",
    "lamda, lambda, 1",
    "flods, folds, 1",
    "ca, abc, 3",
    "max_Depth, max-depth, 0",
    "kitten, sitting, 3",
    "'', abc, 3"
  })
  void distanceCountsEdits(String a, String b, int distance) {
    assertThat(Spelling.distance(a, b)).isEqualTo(distance);
  }

  @Property
  void distanceIsSymmetricAndBounded(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b) {
    int distance = Spelling.distance(a, b);

    assertThat(distance).isEqualTo(Spelling.distance(b, a));
    assertThat(distance)
        .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
    assertThat(distance == 0).isEqualTo(a.equalsIgnoreCase(b));
  }

  @Test
  void farWordIsNotGuessed() {
    assertThat(Spelling.nearest("alpha", List.of("degree", "lambda"))).isEmpty();
    assertThat(Spelling.nearest("x", List.of("j"))).isEmpty();
  }
}
